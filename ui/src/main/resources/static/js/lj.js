// Only comfort: every page works without it.
(() => {
  'use strict';

  // The error summary is where a person should be after a mistake.
  const summary = document.querySelector('.ds-error-summary');
  if (summary) summary.focus();

  const answer = (path) => {
    const inputs = [...document.getElementsByName(path)];
    const chosen = inputs.find((input) => input.type !== 'radio' || input.checked);
    return chosen && (chosen.type !== 'radio' || chosen.checked) ? chosen.value : '';
  };

  // Questions that count only with a certain answer on the same page.
  const dependent = [...document.querySelectorAll('[data-only-path]')];
  // What the citizen will read: only the words of the reason that is chosen.
  const previews = [...document.querySelectorAll('[data-preview]')];

  const refresh = () => {
    for (const question of dependent) question.hidden = answer(question.dataset.onlyPath) !== question.dataset.onlyCode;
    for (const preview of previews) {
      const code = answer(preview.dataset.preview);
      for (const letter of preview.querySelectorAll('[data-code]')) letter.hidden = code !== '' && letter.dataset.code !== code;
      if (code !== '') preview.open = true;
    }
  };
  document.addEventListener('change', refresh);
  refresh();
})();
