import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './studio.css';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  CamundaPlatformPropertiesProviderModule,
  CamundaPlatformTooltipProvider,
} from 'bpmn-js-properties-panel';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import type { Finding } from './api';
import { badge } from './badge';
import { desk, type Editor } from './desk';
import { chooser, type ElementTemplates } from './templates';
import { translateModule } from './translate';

interface Shape {
  id: string;
  type: string;
}
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Canvas {
  viewbox(): { inner: Area; outer: { width: number; height: number } };
  viewbox(area: Area): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  scrollToElement(element: Shape, padding?: number): void;
}
interface Registry {
  get(id: string): Shape | undefined;
}
interface Overlays {
  add(element: string, type: string, overlay: object): string;
  remove(filter: { type: string }): void;
}
interface Selection {
  select(element: Shape): void;
}

/** How far the palette reaches into the canvas. */
const PALETTE = 115;

async function bpmn(place: HTMLElement, readonly: boolean): Promise<Editor> {
  const viewer = readonly ? new NavigatedViewer({ container: place }) : await modeler(place);
  const service = <T>(name: string) => viewer.get(name) as T;
  let marked: string[] = [];

  function reveal(id: string): void {
    const element = service<Registry>('elementRegistry').get(id);
    if (!element) return;
    service<Canvas>('canvas').scrollToElement(element, 120);
    service<Selection>('selection').select(element);
  }

  function show(findings: Finding[]): void {
    const canvas = service<Canvas>('canvas');
    const overlays = service<Overlays>('overlays');
    const registry = service<Registry>('elementRegistry');
    overlays.remove({ type: 'finding' });
    for (const id of marked) {
      if (registry.get(id)) canvas.removeMarker(id, 'studio-wrong');
    }
    const byElement = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (!finding.element || !registry.get(finding.element)) continue;
      byElement.set(finding.element, [...(byElement.get(finding.element) ?? []), finding]);
    }
    marked = [...byElement.keys()];
    for (const [id, all] of byElement) {
      overlays.add(id, 'finding', { position: { top: -16, left: -12 }, html: badge(id, all, reveal) });
      if (all.some((finding) => finding.severity === 'ERROR')) canvas.addMarker(id, 'studio-wrong');
    }
  }

  return {
    async open(xml) {
      await viewer.importXML(xml);
      fit(service<Canvas>('canvas'), readonly ? 0 : PALETTE);
    },
    async xml() {
      const { xml } = await viewer.saveXML({ format: true });
      return xml ?? '';
    },
    show,
    reveal,
    changed(listener) {
      viewer.on('commandStack.changed', listener);
    },
  };
}

/** Below this nobody reads the labels: then the model's beginning is shown instead of all of it. */
const READABLE = 0.7;

/** Shows the model beside the palette, not under it, and never larger than it was drawn. */
function fit(canvas: Canvas, left: number): void {
  const { inner, outer } = canvas.viewbox();
  const margin = 30;
  const room = { width: outer.width - left - 2 * margin, height: outer.height - 2 * margin };
  const whole = Math.min(1, room.width / inner.width, room.height / inner.height);
  if (!(whole > 0)) return;
  const scale = Math.max(READABLE, whole);
  canvas.viewbox({
    x: inner.x - (left + margin + Math.max(0, (room.width - inner.width * scale) / 2)) / scale,
    y: inner.y - (margin + Math.max(0, (room.height - inner.height * scale) / 2)) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

async function modeler(place: HTMLElement): Promise<Modeler> {
  // The templates are a part of their own, so that the canvas's part stays in the browser's cache when they change.
  const { ElementTemplatesPropertiesProviderModule, CreateAppendAnythingModule, CreateAppendElementTemplatesModule, templates } =
    await import('./templates-parts');
  const made = new Modeler({
    container: place,
    propertiesPanel: { parent: '[data-properties]', feelPopupContainer: 'body' },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      CamundaPlatformPropertiesProviderModule,
      CamundaPlatformTooltipProvider,
      behaviors,
      ElementTemplatesPropertiesProviderModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      translateModule,
    ],
    moddleExtensions: { camunda },
  });
  made.get<{ setTemplates(all: object[]): void }>('elementTemplatesLoader').setTemplates(templates);
  made.on('elementTemplates.select', (event: { element: Shape }) => {
    chooser(made.get<ElementTemplates>('elementTemplates'), event.element);
  });
  return made;
}

void desk(bpmn);
