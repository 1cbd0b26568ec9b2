## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_export; the short ones and the errors are in its own file.

%!function [model, X] = fitted (varargin)
%!  k = (1:40).';
%!  X = [sin(k), 100 * cos(2 * k), sin(3 * k)];
%!  model = nnreg_fit (X, 1 + (sin (k) > 0), "LayerSizes", [5, 4], "Epochs", 3, ...
%!                     "Activations", {"relu", "tanh"}, "Verbose", 0, varargin{:});
%!endfunction
%!test
%! # what is in the file predicts the same
%! [model, X] = fitted ("Standardize", true, "Precision", "double");
%! model.Weights{1}(:,1) = 0;
%! file = [tempname() ".json"];
%! unwind_protect
%!   nnreg_export (nnreg_compact (model), file);
%!   j = jsondecode (fileread (file));
%!   h = ((X(:,j.inputs + 1) - j.input_mean.') ./ j.input_scale.').';
%!   f = struct ("relu", @(z) max (z, 0), "tanh", @tanh, "softmax", @(z) exp (z) ./ sum (exp (z)));
%!   for layer = j.layers.'
%!     h = f.(layer.activation) (layer.weights * h + layer.biases);
%!   end
%!   [~, scores] = nnreg_predict (model, X);
%!   assert (h.', scores, 1e-12);
%!   assert ({j.num_inputs, j.task, j.class_names}, {3, "classification", [1; 2]});
%! unwind_protect_cleanup
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%!test
%! # a file that cannot be written leaves nothing behind
%! folder = tempname ();
%! mkdir (folder);
%! target = fullfile (folder, "a.json");
%! mkdir (target);
%! unwind_protect
%!   fail ("nnreg_export (fitted (), target)", 'nnreg_export: ".*a.json" cannot be written: ');
%!   assert (readdir (folder), {"."; ".."; "a.json"});
%! unwind_protect_cleanup
%!   rmdir (target);
%!   rmdir (folder);
%! end_unwind_protect
%!test
%! # "~" is the home folder, as in other names of files
%! home = getenv ("HOME");
%! folder = tempname ();
%! mkdir (folder);
%! unwind_protect
%!   setenv ("HOME", folder);
%!   nnreg_export (fitted (), "~/a.json");
%!   assert (readdir (folder), {"."; ".."; "a.json"});
%! unwind_protect_cleanup
%!   setenv ("HOME", home);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!error <nnreg_export: FILE must be a name that ends in .json or .onnx, got "a.txt">
%! nnreg_export (fitted (), "a.txt")
%!error <nnreg_export: FILE must be a name that ends in .json or .onnx, got 3>
%! nnreg_export (fitted (), 3)
%!error <nnreg_export: "/no/such/a.json" cannot be written: >
%! nnreg_export (fitted (), "/no/such/a.json")
%!error <nnreg_export: Python must be the name of a program, got 3>
%! nnreg_export (fitted (), "a.json", "Python", 3)
%!error <nnreg_export: ONNX is written by Python's package onnx, .*apt-get install python3-onnx>
%! nnreg_export (fitted (), "a.onnx", "Python", "/no/such/python")
%!error <nnreg_export: MODEL has NaN or Inf among the weights of layer 1>
%! model = fitted ();
%! model.Weights{1}(2) = NaN;
%! nnreg_export (model, "/no/such/a.json");
