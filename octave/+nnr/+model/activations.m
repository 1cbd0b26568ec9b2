## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## table = nnr.model.activations ()
##
## The activations of hidden layers, a struct array with one row for each:
##
##   Name    what users write and models keep
##   Fcn     the function
##   Onnx    the ONNX operator, '' for none
##   C       the function in C, of the float "sum"
##   Smooth  true without kinks (at a kink the exact solver does not reach a tolerance)
##   Scales  true if c a(x) = a(c x) for c > 0: then a penalty on one layer alone can be evaded
##
## The core has the same names (csrc/include/nnreg.h).

function table = activations ()
  persistent known;
  if (isempty (known))
    columns = {'Name', 'Fcn', 'Onnx', 'C', 'Smooth', 'Scales'};
    known = {
             'relu', @(z) max(z, 0), 'Relu', 'sum < 0 ? 0 : sum', false, true
             'tanh', @tanh, 'Tanh', 'tanhf(sum)', true, false
             'sigmoid', @(z) 1 ./ (1 + exp(-z)), 'Sigmoid', '1 / (1 + expf(-sum))', true, false
             'none', @(z) z, '', 'sum', true, true};
    known = cell2struct (known, columns, 2);
  end
  table = known;
end

%!test
%! # the functions are what the core computes, and scale as they say
%! X = [-1.5; -0.1; 0; 0.2; 3];
%! for a = nnr.model.activations ().'
%!   m = nnreg_fit (X, X, "Task", "regression", "LayerSizes", 1, "Activations", a.Name, ...
%!                  "StandardizeY", false, "Precision", "double", "Epochs", 1, "Verbose", 0);
%!   [m.Weights, m.Biases] = deal ({2, 3}, {0.25, -1});
%!   assert (nnreg_predict (m, X), 3 * a.Fcn (2 * X + 0.25) - 1, 1e-14);
%!   assert (isequal (2 * a.Fcn (X), a.Fcn (2 * X)), a.Scales);
%! end
%!test
%! # the help of nnreg_fit names them all
%! line = regexp (get_help_text ("nnreg_fit"), '"Activations"\}[^\n]*', "match", "once");
%! names = regexp (line, '"(\w+)"', "tokens")(2:end);
%! table = nnr.model.activations ();
%! assert ([names{:}], {table.Name});
%! core = nnr.core.names ();
%! assert (sort (core.Activations), sort ({table.Name}));
