## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.model.is_result (x, kind)
##
## Whether X looks like a result of this KIND (nnr.model.result_kinds), or of one of several, a
## cell. nnr.model.result_fault checks the values of some.

function yes = is_result (x, kind)
  persistent kinds;
  if (isempty (kinds))
    kinds = nnr.model.result_kinds ();
  end
  yes = false;
  if (isstruct (x) && isscalar (x))
    of_kind = false (rows (kinds), 1);
    for name = cellstr (kind)(:).'
      of_kind |= strcmp (kinds(:,1), name{1});
    end
    for names = kinds(of_kind,2).'
      yes = yes || all (isfield (x, names{1}));
    end
  end
end

%!assert (nnr.model.is_result (struct ("Lambda", 1), "path"), false)
%!assert (nnr.model.is_result (3, {"path", "search"}), false)
%!test
%! x = struct ("Task", "", "NumSamples", 1, "MSE", 1, "MeanR2", 1);
%! assert (nnr.model.is_result (x, "metrics") && ! nnr.model.is_result ([x, x], "metrics"));
%! assert (! nnr.model.is_result (x, "model"));
%!test # no kind has the fields of another, or a result could be taken for two
%! kinds = nnr.model.result_kinds ();
%! for k = 1:rows (kinds)
%!   x = cell2struct (cell (size (kinds{k,2})), kinds{k,2}, 2);
%!   known = unique (kinds(cellfun (@(names) all (isfield (x, names)), kinds(:,2)),1));
%!   assert (known, kinds(k,1));
%! end
