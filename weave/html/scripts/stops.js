// Only what really scrolls is a stop for the Tab key.
const boxes = document.querySelectorAll("[role=group][tabindex]");
const stops = () => {
  for (const box of boxes) {
    box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
  }
};
addEventListener("resize", stops);
addEventListener("toggle", stops, true); // what was folded had no width
document.fonts.ready.then(stops);
