// A figure that can move says so below its drawing. What moves it is loaded at
// the click, or where the address has a state of it: "#fig-bowl?lr=2".
{
  const places = document.querySelectorAll(".live");
  const open = async (place, button) => {
    const { of, stem } = place.dataset;
    try {
      await live.load(`${stem}.figures`);
      await (live.reopen?.[of] ?? live.open)(place);
    } catch (error) {
      button.nextElementSibling.textContent = error.message;
    }
  };
  for (const place of places) {
    const figure = document.getElementById(place.dataset.of);
    const button = document.createElement("button");
    const fault = document.createElement("p");
    button.className = "move";
    button.textContent = "Move this figure";
    fault.role = "status";
    button.onclick = () => open(place, button);
    place.append(button, fault);
    const fromAddress = () => location.hash.startsWith(`#${place.dataset.of}?`) && !figure.matches(".moves") && open(place, button);
    addEventListener("hashchange", fromAddress);
    addEventListener("DOMContentLoaded", fromAddress); // when all scripts are there
  }
}
