// A page that nobody looks at asks nothing: whatever polls only while seen is held back then.
"use strict";
document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.detail.elt.matches("[data-while-seen]")) event.preventDefault();
});
