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
