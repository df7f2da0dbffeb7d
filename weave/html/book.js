// Reading needs no script; this adds three comforts.

// A button on each listing and console that copies its code: of a console,
// the commands without their outputs.
for (const pre of document.querySelectorAll("pre")) {
  const typed = [...pre.querySelectorAll(".typed")];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${pre.getAttribute("aria-label")}`);
  button.addEventListener("click", async () => {
    const text = typed.length
      ? typed.map((line) => line.textContent).join("\n")
      : pre.textContent;
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  pre.before(button);
}

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

// The contents close on Escape, and on a click beside them.
const contents = document.querySelector("details.contents");
const close = () => {
  const inside = contents.contains(document.activeElement);
  if (contents.open && inside) contents.querySelector("summary").focus();
  contents.open = false;
};
addEventListener("keydown", (event) => event.key === "Escape" && close());
addEventListener("click", (event) => {
  if (!contents.contains(event.target)) contents.open = false;
});
