// Leaves, while all else is still on its way too: it stands before the frame. What follows there is
// read for its text alone (states.js): in a template, no browser makes a page of it, which would take
// longer than all else. Where a page was saved by a browser, there is no frame any more.
// It is sent without comments and blanks and with short names (guide/export/web/script.py). Old
// browsers read it: ES5.
//
// at     which of the states on the browser's way through the guide is in view
// trail  of the browser: the steps that Back and Forward go
// key    the one pressed last; times: when, as often as it was pressed without another between
// gone   whether this page was left; goal: for which
var d = document, body = d.body, title = d.title, trail = history, wait = setTimeout,
  at = trail.state || 0, gone, goal, key, times;
function get(id) { return d.getElementById(id); }
// Going back past all that was answered takes a moment, and nobody waits for ever for it. A page
// that the browser kept and shows again waits no more.
// In a frame the page around it leaves too, where the frame may do that.
function away() {
  if (gone) try { top.location.replace(goal); } catch (e) { location.replace(goal); }
}
// By a link of the page (target=_top), or by keys: to another language or the booklet too, or
// Back would come here from there.
function leave(link) {
  if (!gone) {
    goal = link.href;
    gone = body.hidden = 1;
    d.title = '\u200b';
    at ? (wait(away, 1e3), trail.go(-at)) : away();
  }
  return !1;
}
onclick = onauxclick = function (e) {
  // Not by the right button; by the middle one it would open beside this page, which stayed.
  var link = e.button < 2 && e.target.closest('[target^=_t],[href^=about]');
  if (link) return link.target ? leave(link) : answer(link);
};
// The browser shows a page it kept as it was when it was left: not this one.
onpageshow = function (e) {
  if (e.persisted || gone) { gone = body.hidden = 0; d.title = title; first(); }
};
onkeydown = function (e) {
  var time = new Date, pressed = e.key;
  if (!e.repeat) {
    if (key != pressed) times = [];
    key = pressed;
    if (time - times[times.push(time) - { Escape: 2, Shift: 3 }[key]] < 5e3)
      return leave(get('leave'));
  }
};
if (!body.className) d.write('<template id=hold>');
