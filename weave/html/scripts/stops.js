// Only what really scrolls is a stop for the Tab key.
const stopsIn = (part) => {
  for (const box of part.querySelectorAll("[role=group][tabindex]")) {
    box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
  }
};
addEventListener("resize", () => stopsIn(document));
addEventListener("toggle", ({ target }) => stopsIn(target), true); // what was folded had no width
document.fonts.ready.then(() => stopsIn(document));
