// A button on each exercise opens an editor, which is loaded then; and what the reader has solved here is marked and counted.
const exercises = [...document.querySelectorAll("section.exercise")];
const book = document.querySelector(".home").textContent;
// A text that this browser keeps under a name, or null; or keeps it. Storage may be refused, or be full: then null.
window.kept = (name, text) => {
  try {
    if (text !== undefined) localStorage.setItem(`${book}/${name}`, text);
    return localStorage.getItem(`${book}/${name}`);
  } catch {
    return null;
  }
};
const progress = document.createElement("small");
progress.className = "solved";
document.querySelector("#sec-exercises")?.append(progress);
const mark = () => {
  const solved = exercises.filter(({ id }) => kept(`${id.slice(3)}/solved`));
  progress.textContent = solved.length ? ` ${solved.length} of ${exercises.length} solved` : "";
  for (const grade of solved.map((section) => section.querySelector(".grade")))
    if (!grade.querySelector(".solved")) grade.insertAdjacentHTML("beforeend", ' <span class="solved">✓ solved</span>');
};
for (const section of exercises) {
  const number = section.id.slice(3);
  section.querySelector(".where").insertAdjacentHTML("afterend",
    `<div class="write"><button type="button" aria-label="Write it here: exercise ${number}">Write it here</button><span role="status"></span></div>`);
  const [button, says] = section.querySelector(".write").children;
  button.onclick = async () => {
    try {
      await live.load("exercises");
      await live.load(`exercises-${number.split(".")[0].padStart(2, "0")}`);
      live.write(section, number, mark);
    } catch (error) {
      says.textContent = `${error.message} In the book's folder, make deps live and make live add what an exercise needs.`;
    }
  };
}
mark();
