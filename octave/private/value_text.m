## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{text} =} value_text (@var{value})
## A text that two values share only if they are the same: numbers to the last bit,
## function handles by their text and what they have captured, objects by what they show.
## @seealso{plan_text, data_digest}
## @end deftypefn

function text = value_text (value)
  if (ischar (value) && rows (value) <= 1)
    text = ['"', value, '"'];
  elseif (is_function_handle (value))
    text = handle_text (value);
  elseif (iscell (value))
    parts = cellfun (@value_text, value(:).', 'UniformOutput', false);
    text = [shape(value), '{', strjoin(parts, ','), '}'];
  elseif (isstruct (value))
    names = sort (fieldnames (value)).';
    parts = cellfun (@(name) [name, '=', value_text({value.(name)})], names, ...
                     'UniformOutput', false);
    text = [shape(value), 'struct{', strjoin(parts, ','), '}'];
  elseif (isscalar (value) && isfloat (value) && isreal (value))
    text = [class(value), ' ', sprintf('%.17g', full (value))];
  elseif (isa (value, 'containers.Map'))
    text = ['Map', value_text({keys(value), values(value)})];
  elseif (isnumeric (value) || islogical (value) || ischar (value))
    text = data_digest (value);
  else                          # another object: by what it shows
    text = [class(value), ' ', hash('md5', evalc ('disp (value)'))];
  end
end

function text = shape (value)
  text = sprintf ('%dx', size (value));
end

function text = handle_text (fcn)
  text = func2str (fcn);
  about = functions (fcn);
  if (isfield (about, 'workspace') && ! isempty (about.workspace))
    text = [text, value_text(about.workspace)];
  end
end

%!assert (value_text (1), "double 1")
%!assert (strcmp (value_text (0.1), value_text (0.1 + eps (0.1))), false)
%!assert (strcmp (value_text ({1, "a"}), value_text ({1, "b"})), false)
%!assert (strcmp (value_text ({1, 2}), value_text ({1; 2})), false)
%!assert (value_text (struct ("a", 1, "b", {{2}})), value_text (struct ("b", {{2}}, "a", 1)))
%!test # objects, which a function handle may have captured
%! [a, b] = deal (containers.Map ({"x"}, {1}), containers.Map ({"x"}, {2}));
%! same = @(p, q) strcmp (value_text (p), value_text (q));
%! assert (same (a, containers.Map ({"x"}, {1})));
%! assert (! same (a, b));
%! f = cell (1, 2);
%! maps = {a, b};
%! for i = 1:2
%!   map = maps{i};
%!   f{i} = @(k) map(k);
%! end
%! assert (! same (f{1}, f{2}));
%! parser = inputParser ();
%! assert (same ({parser}, {parser}) && ! same (parser, a));
%!test # handles by what they have captured
%! make = @(a) @(x) a * x;
%! assert (value_text (make (2)), value_text (make (2)));
%! assert (strcmp (value_text (make (2)), value_text (make (3))), false);
