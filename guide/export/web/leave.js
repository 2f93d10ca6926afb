(function (d, w) {
  var f = d.querySelector('iframe'), out = d.querySelector('#leave'), box = d.createElement('div'),
    page = new DOMParser().parseFromString(f.srcdoc, 'text/html'), main = page.querySelector('main'),
    path = ['s0'], at = 0, keys = [], gone, now;
  d.head.appendChild(page.querySelector('style'));
  f.parentNode.replaceChild(main, f);
  d.documentElement.className = 'js';
  function show(id, still) {
    var s = d.getElementById(id), open = main.querySelectorAll('details[open]'), i;
    if (now) now.classList.remove('on');
    for (i = 0; i < open.length; i++) open[i].open = false;
    now = s; s.classList.add('on');
    if (!still) { w.scrollTo(0, 0); s.focus({ preventScroll: true }); }
  }
  function first() { path = ['s0']; at = 0; show('s0', 1); }
  function leave(e) {
    if (e) e.preventDefault();
    gone = 1; d.body.hidden = true; d.title = '\u200b';
    function go() { w.location.replace(out.href); }
    if (at) { w.addEventListener('popstate', go); w.setTimeout(go, 400); w.history.go(-at); } else go();
  }
  main.addEventListener('click', function (e) {
    var a = e.target.closest('a[href^="about:srcdoc#"]'), id;
    if (!a) return;
    e.preventDefault(); id = a.href.split('#')[1];
    path.length = ++at; path.push(id); w.history.pushState(at, ''); show(id);
  });
  w.addEventListener('popstate', function (e) {
    if (gone) return;
    at = e.state || 0;
    if (path[at]) show(path[at]); else first();
  });
  w.addEventListener('pageshow', function (e) {
    if (e.persisted || gone) { gone = 0; d.body.hidden = false; d.title = box.title; first(); }
  });
  d.addEventListener('keydown', function (e) {
    var need = { Escape: 2, Shift: 3 }[e.key], t = Date.now();
    if (!need) { keys = []; return; }
    if (e.repeat) return;
    keys = keys.filter(function (k) { return k[0] === e.key && t - k[1] < 5000; });
    keys.push([e.key, t]);
    if (keys.length >= need) leave();
  });
  out.addEventListener('click', leave);
  box.title = d.title;
  if (Date.now() > Date.parse(d.body.getAttribute('data-by'))) d.querySelector('#old').hidden = false;
  first();
}(document, window));
