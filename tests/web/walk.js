// Walks a page as a person does, and tells what is seen: every answer at every state, or, with
// `moves` false, every state once; of a state only where `chosen` says yes.
// Nothing is known here of how the page is made, but that answers are links in a list.
async (every) => {
  const main = document.querySelector('main'), states = {}, moves = [], differing = [];
  const text = () => main.innerText.replace(/\s+/g, ' ').trim();
  const answers = () => [...main.querySelectorAll('li a')].filter((link) => link.offsetParent);
  const back = () => new Promise((done) => {
    addEventListener('popstate', () => setTimeout(done), { once: true });
    history.back();
  });
  const visit = async (id) => {
    const here = states[id] = { text: text(), links: [] };
    const links = answers().map((link) => link.getAttribute('href'));
    here.links = links;
    for (let place = 0; place < links.length; place++) {
      const target = links[place];
      if (states[target] && (moves.length + place) % every) { moves.push(0); continue; }
      answers()[place].click();
      moves.push(1);
      if (!states[target]) await visit(target);
      else if (states[target].text !== text()) differing.push([id, place, text()]);
      await back();
      if (text() !== here.text) differing.push([id, place, 'back', text()]);
    }
  };
  await visit('first');
  return { states, differing, pressed: moves.filter(Boolean).length };
}
