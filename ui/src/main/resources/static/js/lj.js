// Only comfort: every page works without it.
(() => {
  'use strict';
  const summary = document.querySelector('.ds-error-summary');
  if (summary) summary.focus();
})();
