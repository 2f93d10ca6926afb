// Walks a page as a person does, with the Back button, and tells what is seen at every state.
// Every answer at every state is pressed; with `once`, only those that lead to what was not seen.
// Nothing is known here of how the page is made, but that answers are links in a list.
async (once) => {
  const main = document.querySelector('main'), states = {}, differing = [];
  let pressed = 0;
  const text = () => main.innerText.replace(/\s+/g, ' ').trim();
  const answers = () => [...main.querySelectorAll('li a')].filter((link) => link.offsetParent);
  const back = () => new Promise((done) => {
    addEventListener('popstate', () => setTimeout(done), { once: true });
    history.back();
  });
  const visit = async (id) => {
    const targets = answers().map((link) => link.getAttribute('href'));
    const here = states[id] = { text: text(), targets };
    for (const [place, target] of targets.entries()) {
      if (once && states[target]) continue;
      answers()[place].click();
      pressed++;
      if (!states[target]) await visit(target);
      else if (states[target].text !== text()) differing.push([id, place, text()]);
      await back();
    }
    if (text() !== here.text) differing.push([id, 'after Back', text()]);
  };
  await visit('first');
  return { states, differing, pressed };
}
