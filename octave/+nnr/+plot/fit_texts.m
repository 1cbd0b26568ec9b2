## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.fit_texts (ax, box, panels, sheet)
##
## Break titles and headings of AX that are longer than their place, say labels and other texts in
## fewer words or cut them, and thin out ticks that would collide. BOX is where AX is, PANELS are
## all boxes, in inches.

function fit_texts (ax, box, panels, sheet)
  if (strcmp (get (ax, 'visible'), 'on'))
    across = room_around (box, panels, sheet.Room, 1);
    above = room_above (box, panels, sheet.Room(2)) - 0.1 * sheet.Zoom;
    wrap (get (ax, 'title'), [across, above], 'title', sheet);
    cut (get (ax, 'xlabel'), across, 'label', sheet);
    cut (get (ax, 'ylabel'), room_around (box, panels, sheet.Room, 2), 'label', sheet);
    thin_ticks (ax, 'x', box(3), sheet.Zoom);
    thin_ticks (ax, 'y', box(4), sheet.Zoom);
    for one = findobj (ax, 'type', 'text', 'tag', 'inside').'
      at = box(1) + share (ax, get (one, 'position')(1)) * box(3);
      cut (one, room_right (box, panels, sheet) - at, 'label', sheet);
    end
    return
  end
  texts = findall (ax, 'type', 'text');
  texts = texts(! arrayfun (@(one) isempty (get (one, 'string')), texts));
  if (isempty (texts))
    return
  elseif (strcmp (get (ax, 'tag'), 'names'))
    shorten_names (texts, sheet.Room(1) - box(1) - 0.1 * sheet.Zoom, sheet.Zoom);
    return
  end
  for one = texts(:).'
    fit_inside (ax, one, numel (texts), box, sheet);
  end
end

## Together, so that they do not become alike.
function shorten_names (handles, inches, zoom)
  names = get (handles, {'string'});
  wide = inches_of (names, 'label', zoom);
  if (wide > inches)
    longest = max (cellfun (@nnr.words.text_width, names));
    names = nnr.words.short_texts (names, max (floor (longest * inches / wide), 4));
    set (handles, {'string'}, names);
  end
end

## Twice the way from the middle of BOX to the nearer border: of the sheet, or half way to the next
## panel beside it (D is 1) or above and below (2).
function inches = room_around (box, panels, room, d)
  other = 3 - d;
  beside = panels(:,other) < box(other) + box(other + 2) ...
           & panels(:,other) + panels(:,other + 2) > box(other);
  before = panels(beside,d) + panels(beside,d + 2);
  after = panels(beside,d);
  left = max ([0; before(before <= box(d))]);
  right = min ([room(d); after(after >= box(d) + box(d + 2))]);
  left = merge (left > 0, (left + box(d)) / 2, 0);
  right = merge (right < room(d), (right + box(d) + box(d + 2)) / 2, room(d));
  middle = box(d) + box(d + 2) / 2;
  inches = 2 * min (middle - left, right - middle);
end

## The right border of what may be written in BOX: that of the sheet, or the numbers of the panel
## that is next.
function right = room_right (box, panels, sheet)
  beside = panels(:,2) < box(2) + box(4) & panels(:,2) + panels(:,4) > box(2) ...
           & panels(:,1) >= box(1) + box(3);
  right = min ([sheet.Room(1); panels(beside,1) - 0.4 * sheet.Zoom]);
end

## From the top of BOX to that of the sheet, or half way to the panel above.
function inches = room_above (box, panels, room)
  top = box(2) + box(4);
  over = panels(:,1) < box(1) + box(3) & panels(:,1) + panels(:,3) > box(1) & panels(:,2) >= top;
  inches = min ([room - top; (panels(over,2) - top) / 2]);
end

## Small letters are wider, as each takes whole pixels.
function inches = inches_of (texts, kind, zoom)
  inches = zoom * (1 + 0.25 * (zoom < 1)) * nnr.plot.text_inches (texts, kind);
end

## How many letters of TEXT fit; Inf if all do.
function letters = that_fit (text, inches, kind, sheet)
  letters = Inf;
  wide = inches_of (text, kind, sheet.Zoom);
  if (wide > inches)
    letters = floor (nnr.words.text_width (text) * inches / wide);
  end
end

function lines = on_lines (text, inches, kind, sheet)
  lines = {text};
  letters = that_fit (text, inches, kind, sheet);
  if (isfinite (letters))
    lines = strtrim (strsplit (nnr.words.wrapped ('', text, max (letters, 8)), "\n"));
  end
end

## The first wording of TEXT that FITS, or the shortest.
function text = in_fewer_words (text, fits)
  while (! fits (text))
    less = nnr.plot.shorter (text);
    if (isempty (less))
      return
    end
    text = less;
  end
end

## A text on two lines if there is room for them, INCHES(2), else on one. It is said in fewer words
## if it needs more, and is on more lines if there are none.
function wrap (handle, inches, kind, sheet)
  is_gnuplot = strcmp (sheet.Toolkit, 'gnuplot');
  ## Other toolkits leave more between two lines.
  each = merge (is_gnuplot, 1.25, 1.8) * sheet.Zoom * 1.1 * nnr.plot.font_size () / 72;
  most = 1 + (inches(2) >= 2 * each);
  broken = @(text) on_lines (text, inches(1), kind, sheet);
  lines = broken (in_fewer_words (get (handle, 'string'), @(text) numel (broken (text)) <= most));
  ## gnuplot reads the two letters \n in its texts; a true line end ends its command.
  set (handle, 'string', strjoin (lines, merge (is_gnuplot, '\\n', "\n")));
end

## Texts in axes that nobody sees: headings, keys, names.
function fit_inside (ax, handle, num_texts, box, sheet)
  kind = merge (strcmp (get (handle, 'fontweight'), 'bold'), 'title', 'label');
  at = box(1) + share (ax, get (handle, 'position')(1)) * box(3);
  switch (get (handle, 'horizontalalignment'))
    case 'center'
      inches = 2 * min (at, sheet.Room(1) - at);
    case 'right'
      inches = at;
    otherwise
      inches = sheet.Room(1) - at;
  end
  ## A heading has room for a second line if there is no note below it.
  if (strcmp (get (ax, 'tag'), 'heading') && num_texts == 1)
    wrap (handle, [inches, 2 * (sheet.Room(2) - box(2) - box(4) / 2)], kind, sheet);
  else
    cut (handle, inches, kind, sheet);
  end
end

## A text on one line, in fewer words if it is too long, and cut if there are none. The number of a
## name stays.
function cut (handle, inches, kind, sheet)
  most = @(text) that_fit (text, inches, kind, sheet);
  text = in_fewer_words (get (handle, 'string'), @(text) isinf (most (text)));
  letters = most (text);
  if (isfinite (letters))
    value = regexp (text, ': [0-9.]+$', 'match', 'once');
    name = nnr.words.short_texts ({text(1:end - numel (value))}, max (letters - numel (value), 4));
    text = [name{1}, value];
  end
  set (handle, 'string', char (text));
end

## Where X is between the left and the right end of AX.
function s = share (ax, x)
  limits = get (ax, 'xlim');
  if (strcmp (get (ax, 'xscale'), 'log'))
    [limits, x] = deal (log (limits), log (x));
  end
  s = (x - limits(1)) / diff (limits);
  if (strcmp (get (ax, 'xdir'), 'reverse'))
    s = 1 - s;
  end
end

## Keep each second, third ... tick of a SIDE of some inches if texts would touch; 0 stays.
function thin_ticks (ax, side, inches, zoom)
  limits = get (ax, [side 'lim']);
  at = get (ax, [side 'tick'])(:).';
  texts = cellstr (get (ax, [side 'ticklabel']))(:).';
  if (numel (texts) != numel (at) || numel (at) < 2)
    return
  end
  inside = at >= limits(1) & at <= limits(2);
  [at, texts] = deal (at(inside), texts(inside));
  if (strcmp (side, 'x'))
    each = 1.2 * inches_of (texts, 'label', zoom) + 0.08;       # digits are wide letters
  else
    each = zoom * 1.15 * nnr.plot.font_size () / 72;
  end
  places = at;
  if (strcmp (get (ax, [side 'scale']), 'log'))
    [places, limits] = deal (log (at), log (limits));
  end
  apart = min (diff (places)) / diff (limits) * inches;
  every = ceil (each / apart);
  if (every > 1)
    zero = max ([1, find(at == 0, 1)]);
    first = mod (zero - 1, every) + 1;
    set (ax, [side 'tick'], at(first:every:end), [side 'ticklabel'], texts(first:every:end));
  end
end
