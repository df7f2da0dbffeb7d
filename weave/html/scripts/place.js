// Where the reader is: in the section whose heading came last. Its list marks it, the small map lights its boxes, and where there is no
// room for a list the bar names it.
const list = document.querySelector(".in-chapter");
const here = document.querySelector(".bar .here");
const places = [...(list?.querySelectorAll(".sections a") ?? [])].map(
  (link) => ({ link, heading: document.getElementById(link.hash.slice(1)) }),
);
let current;

const mark = (place) => {
  current?.link.removeAttribute("aria-current");
  current = place;
  const boxes = place?.link.dataset.map?.split(/\s+/) ?? [];
  for (const box of list.querySelectorAll("[data-box]")) {
    box.classList.toggle("on", boxes.includes(box.dataset.box));
  }
  here.hidden = !place;
  if (!place) return;
  place.link.setAttribute("aria-current", "location");
  here.href = place.link.hash;
  here.textContent = place.link.textContent.trim();
  list.scrollTop = place.link.offsetTop - list.clientHeight / 2; // where a window is low
};

const look = () => {
  const passed = ({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3;
  const place = places.filter(passed).at(-1);
  if (place !== current) mark(place);
};
let asked = false;
const ask = () => {
  if (!asked) requestAnimationFrame(() => ((asked = false), look()));
  asked = true;
};
if (places.length > 0) {
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  look();
}
