// Plays conversations, each from the start: which answer is pressed, of those in view. Tells what
// is seen after each.
async (conversations) => {
  const main = document.querySelector('main');
  const text = () => main.innerText.replace(/\s+/g, ' ').trim();
  const answers = () => [...main.querySelectorAll('li a')].filter((link) => link.offsetParent);
  const gone = (steps) => new Promise((done) => {
    addEventListener('popstate', () => setTimeout(done), { once: true });
    history.go(-steps);
  });
  const seen = [];
  for (const places of conversations) {
    seen.push(places.map((place) => { answers()[place].click(); return text(); }));
    await gone(places.length);
  }
  return seen;
}
