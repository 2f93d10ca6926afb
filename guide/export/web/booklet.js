// The booklet (guide.export.web.booklet) where scripts run: what is pressed in it is shown without
// any address, and it is left as the guide's page is (leave.js). It stands before the sections, so
// that leaving works while they are still on their way. Old browsers read it: ES5.
//
// out    the link to leave by; keys: where leaving by keys is told
// gone   whether this page was left
// key    the one pressed last; times: when, as often as it was pressed without another between
(function (d) {
  var out = d.getElementById('leave'), keys = d.getElementById('keys'), gone, key, times;
  function leave(e, link) {
    e.preventDefault();
    if (!gone) {
      gone = d.body.hidden = true;
      d.title = '\u200b';
      try { top.location.replace(link.href); } catch (refused) { location.replace(link.href); }
    }
  }
  function pressed(e) {
    // Not by the right button; by the middle one it would open, with its address, beside this page.
    var link = e.button < 2 && e.target.closest('[target=_top],[href^="#"]'), place;
    if (link) if (link.target) leave(e, link);
    else {
      e.preventDefault();
      // Still on its way, it is not shown yet: then nothing happens, as at a press too early.
      place = d.getElementById(link.hash.slice(1));
      if (place) {
        place.tabIndex = -1;
        place.focus({ preventScroll: true });
        place.scrollIntoView();
      }
    }
  }
  d.onclick = d.onauxclick = pressed;
  d.onkeydown = function (e) {
    var time = new Date;
    if (!e.repeat) {
      if (key != e.key) times = [];
      key = e.key;
      if (time - times[times.push(time) - { Escape: 2, Shift: 3 }[key]] < 5e3) leave(e, out);
    }
  };
  keys.textContent = keys.dataset.say;
}(document));
