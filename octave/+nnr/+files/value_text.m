## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.files.value_text (value)
##
## A text that is the same for two values only if they are equal: numbers to the last bit, function
## handles by their text and their captured variables, other objects by what disp shows.

function text = value_text (value)
  if (ischar (value) && rows (value) <= 1)
    text = ['"', value, '"'];
  elseif (is_function_handle (value))
    text = handle_text (value);
  elseif (iscell (value))
    parts = cellfun (@nnr.files.value_text, value(:).', 'UniformOutput', false);
    text = [shape(value), '{', strjoin(parts, ','), '}'];
  elseif (isstruct (value))
    names = sort (fieldnames (value)).';
    parts = cellfun (@(name) [name, '=', nnr.files.value_text({value.(name)})], names, ...
                     'UniformOutput', false);
    text = [shape(value), 'struct{', strjoin(parts, ','), '}'];
  elseif (isscalar (value) && isfloat (value) && isreal (value))
    text = [class(value), ' ', sprintf('%.17g', full (value))];
  elseif (isa (value, 'containers.Map'))
    text = ['Map', nnr.files.value_text({keys(value), values(value)})];
  elseif (isnumeric (value) || islogical (value) || ischar (value))
    text = nnr.files.data_digest (value);
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
    text = [text, nnr.files.value_text(about.workspace)];
  end
end

%!assert (nnr.files.value_text (1), "double 1")
%!assert (strcmp (nnr.files.value_text (0.1), nnr.files.value_text (0.1 + eps (0.1))), false)
%!assert (strcmp (nnr.files.value_text ({1, "a"}), nnr.files.value_text ({1, "b"})), false)
%!assert (strcmp (nnr.files.value_text ({1, 2}), nnr.files.value_text ({1; 2})), false)
%!assert (nnr.files.value_text (struct ("a", 1, "b", {{2}})), ...
%!        nnr.files.value_text (struct ("b", {{2}}, "a", 1)))
%!test # objects, which a function handle may have captured
%! [a, b] = deal (containers.Map ({"x"}, {1}), containers.Map ({"x"}, {2}));
%! same = @(p, q) strcmp (nnr.files.value_text (p), nnr.files.value_text (q));
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
%! assert (nnr.files.value_text (make (2)), nnr.files.value_text (make (2)));
%! assert (strcmp (nnr.files.value_text (make (2)), nnr.files.value_text (make (3))), false);
