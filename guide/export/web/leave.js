// Lifts the states out of the frame, moves between them without any address, and leaves.
// It is sent without comments and blanks and with short names (guide/export/web/script.py). Old
// browsers read it: ES5.
//
// main   the states and their blocks        blocks  the blocks by the names that show them
// path   the states so far, each with what was asked and answered to come there; at: where in it
// now    the state in view; head: its heading
// keys   those pressed that may leave       gone    whether this page was left
(function (d) {
  function get(id) { return d.getElementById(id); }
  function on(what, name, act) { what.addEventListener(name, act); }
  function each(what, act) { [].forEach.call(main.querySelectorAll(what), act); }
  function names(what, act) { what.className.split(' ').forEach(act); }
  var frame = d.querySelector('iframe[srcdoc]'), out = get('leave'), title = d.title, blocks = {}, keys = [],
    main = new DOMParser().parseFromString(frame.srcdoc, 'text/html').querySelector('main'),
    path, at, now, head, gone, why;
  frame.parentNode.replaceChild(main, frame);
  d.documentElement.className = 'js';
  why = get('why');
  each('div,li,details', function (block) {
    names(block, function (name) { (blocks[name] = blocks[name] || []).push(block); });
  });
  function mark(seen) {
    names(now, function (name) {
      blocks[name].forEach(function (block) { block.classList.toggle('on', seen); });
    });
  }
  // One answer of those that led here: pressed, it goes back to before it.
  function told(step) {
    var line = d.createElement('button');
    line.textContent = path[step][1];
    line.onclick = function () { history.go(step - 1 - at); };
    why.insertBefore(line, why.children[2]);
  }
  function show(still) {
    var step = at;
    each('[open]', function (block) { block.open = false; });
    each('button', function (line) { why.removeChild(line); });
    if (now) mark(false);
    now = get(path[at][0]);
    head = get(now.getAttribute('aria-labelledby'));
    mark(true);
    for (; path[step] && path[step][1]; step--) told(step);
    why.hidden = step == at;
    head.tabIndex = -1;
    if (!still) { scrollTo(0, 0); head.focus(); }
  }
  function first() { at = history.state || 0; path = []; path[at] = ['s0']; show(true); }
  function leave(e) {
    function go() { location.replace(out.href); }
    e.preventDefault();
    gone = d.body.hidden = true;
    d.title = '\u200b';
    if (at) { on(window, 'popstate', go); setTimeout(go, 400); history.go(-at); } else go();
  }
  on(main, 'click', function (e) {
    var link = e.target.closest('a[href^="about:srcdoc#"]');
    if (!link) return;
    e.preventDefault();
    path.length = ++at;
    path.push([link.href.split('#')[1], link.parentNode.tagName == 'LI' && why.dataset.said
      .replace('{question}', head.firstChild.data).replace('{answer}', link.firstChild.data)]);
    history.pushState(at, '');
    show();
  });
  on(window, 'popstate', function (e) {
    at = e.state || 0;
    if (!gone) { if (path[at]) show(); else first(); }
  });
  // The browser shows a page it kept as it was when it was left: not this one.
  on(window, 'pageshow', function (e) {
    if (e.persisted || gone) { gone = d.body.hidden = false; d.title = title; first(); }
  });
  on(d, 'keydown', function (e) {
    var need = { Escape: 2, Shift: 3 }[e.key], time = Date.now();
    if (e.repeat) return;
    keys = keys.filter(function (k) { return need && k[0] == e.key && time - k[1] < 5000; });
    if (keys.push([e.key, time]) >= need) leave(e);
  });
  on(out, 'click', leave);
  get('old').hidden = Date.now() <= Date.parse(d.body.dataset.by);
  first();
}(document));
