// An answer waits for a guess, or for "Show me". What is searched for in it, or
// linked to, opens it, too.
for (const form of document.querySelectorAll(".guess")) {
  const answer = form.nextElementSibling;
  const [field, , showMe] = form.elements;
  const open = () => {
    const guess = field.value.trim();
    const said = document.createElement("p");
    said.className = "guess";
    said.append("You guessed: ", guess);
    form.replaceWith(...(guess ? [said] : []));
    answer.hidden = false;
    answer.dispatchEvent(new Event("toggle")); // as what unfolds
  };
  const openByHand = (event) => {
    event.preventDefault();
    open();
    answer.tabIndex = -1;
    answer.focus({ preventScroll: true });
    // It may have opened below the window.
    const { top } = answer.getBoundingClientRect();
    if (top > innerHeight * 0.8) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
  };
  const openIfLedTo = () => {
    const place = document.getElementById(location.hash.slice(1).split("?")[0]); // also of a figure and its state
    if (!answer.hidden || !answer.contains(place)) return;
    open();
    place.scrollIntoView({ behavior: "instant" });
  };
  answer.hidden = "until-found";
  answer.role = "group";
  answer.ariaLabel = "Answer";
  answer.addEventListener("beforematch", open);
  form.addEventListener("submit", openByHand);
  showMe.addEventListener("click", openByHand);
  addEventListener("hashchange", openIfLedTo);
  openIfLedTo();
}
