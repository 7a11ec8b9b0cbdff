// What bpmn.io ships without types, as far as we call it.
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: any;
  export const BpmnPropertiesProviderModule: any;
  export const CamundaPlatformPropertiesProviderModule: any;
  export const CamundaPlatformTooltipProvider: any;
}
declare module 'bpmn-js-element-templates' {
  export const ElementTemplatesPropertiesProviderModule: any;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: any;
  export const CreateAppendElementTemplatesModule: any;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const module: any;
  export default module;
}
declare module 'dmn-js-properties-panel' {
  export const DmnPropertiesPanelModule: any;
  export const DmnPropertiesProviderModule: any;
  export const CamundaPropertiesProviderModule: any;
}
declare module 'dmn-js/lib/Modeler' {
  export interface View {
    type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
    id: string;
    name?: string;
    element: { id: string; decisionLogic?: import('./studio/rows').Table };
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): View[];
    getActiveView(): View | undefined;
    open(view: View): Promise<unknown>;
    on(event: string, listener: (event: { views?: View[]; activeView?: View }) => void): void;
    getActiveViewer(): { get<T>(name: string, strict?: boolean): T; on(event: string, listener: () => void): void } | undefined;
  }
}
declare module 'dmn-js/lib/NavigatedViewer' {
  import DmnModeler from 'dmn-js/lib/Modeler';
  export default class DmnViewer extends DmnModeler {}
}
