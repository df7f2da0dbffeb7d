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
    const copied = await toClipboard(text, pre);
    button.textContent = copied ? "Copied" : "Selected";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  pre.before(button);
}
