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
%!error <nnreg_export: FILE must be a name that ends in .json, .onnx or .c, got "a.txt">
%! nnreg_export (fitted (), "a.txt")
%!error <nnreg_export: FILE must be a name that ends in .json, .onnx or .c, got 3>
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
%!function out = compiled (text, X, name)
%!  ## X through the C file by each compiler: a struct array with Scores and Class (or Scores alone)
%!  folder = tempname ();
%!  mkdir (folder);
%!  guard = onCleanup (@() remove (folder));
%!  write (fullfile (folder, [name ".c"]), text);
%!  id = regexprep (regexprep (name, '\W', "_"), '^(?![A-Za-z])', "model_", "emptymatch");
%!  K = str2double (regexp (text, '(?:scores|double y)\[(\d+)\]', "tokens", "once"){1});
%!  classes = ! isempty (strfind (text, "_scores("));
%!  call = {[id "_predict(x, s); c[0] = c[1] = 0;"], ...
%!          ["c[0] = " id "_scores(x, s); c[1] = " id "_class(x);"]}{1 + classes};
%!  write (fullfile (folder, "main.c"), sprintf (["#include <stdio.h>\n#include \"%s.c\"\n" ...
%!         "int main(void) {\n  double x[%d], s[%d], c[2];\n" ...
%!         "  while (fread(x, sizeof x, 1, stdin)) {\n    %s\n" ...
%!         "    fwrite(s, sizeof s, 1, stdout);\n    fwrite(c, sizeof c, 1, stdout);\n  }\n" ...
%!         "  return 0;\n}\n"], name, columns (X), K, call));
%!  write (fullfile (folder, "x"), X.');
%!  out = struct ("Scores", {}, "Class", {});
%!  for compiler = {"gcc", "clang"}
%!    if (system (["command -v " compiler{1} " >/dev/null"]))
%!      continue
%!    end
%!    [status, said] = system (sprintf (["cd '%s' && %s -std=c99 -Wall -Wextra -pedantic " ...
%!                                       "-Werror main.c -o main -lm 2>&1 && ./main < x > y"], ...
%!                                      folder, compiler{1}));
%!    assert (status == 0, "%s: %s", compiler{1}, said);
%!    fid = fopen (fullfile (folder, "y"));
%!    read = fread (fid, [K + 2, Inf], "double").';
%!    fclose (fid);
%!    assert (read(:,K + 1), read(:,K + 2));
%!    out(end + 1) = struct ("Scores", read(:,1:K), "Class", read(:,K + 1));
%!  end
%!  assert (! isempty (out), "gcc and clang are both missing");
%!endfunction
%!function write (file, values)
%!  fid = fopen (file, "w");
%!  fwrite (fid, values, class (values));
%!  fclose (fid);
%!endfunction
%!function remove (folder)
%!  confirm_recursive_rmdir (false, "local");
%!  rmdir (folder, "s");
%!endfunction
%!function text = source (model, name)
%!  folder = tempname ();
%!  mkdir (folder);
%!  guard = onCleanup (@() remove (folder));
%!  file = fullfile (folder, [name ".c"]);
%!  nnreg_export (model, file);
%!  text = fileread (file);
%!endfunction
%!function text = same_in_c (model, X, name = "model")
%!  ## what the C file computes of X is what nnreg_predict does
%!  text = source (model, name);
%!  [yhat, scores] = nnreg_predict (model, X);
%!  unit = max (1, max (abs (scores(:))));
%!  for out = compiled (text, double (full (X)), name)
%!    assert (out.Scores, double (scores), 1e-6 * unit);
%!    if (strcmp (model.Task, "classification"))
%!      assert (model.ClassNames(out.Class + 1,:), yhat);
%!    end
%!  end
%!endfunction
%!function model = sparse_model (model)
%!  ## most weights at zero, a dead input and a unit without an input
%!  rand ("twister", 7);
%!  for l = 1:numel (model.Weights)
%!    W = model.Weights{l};
%!    W(rand (size (W)) < 0.6) = 0;
%!    W(1,2) = 0.7;
%!    model.Weights{l} = W;
%!  end
%!  model.Weights{1}(:,1) = 0;
%!  if (numel (model.Weights) > 1)
%!    model.Weights{1}(2,:) = 0;
%!  end
%!endfunction
%!test
%! # C: classes, every activation, 0 to 3 hidden layers, dense and sparse, both precisions
%! k = (1:60).';
%! X = [sin(k), 1e3 + 9 * cos(2 * k), sin(3 * k), cos(5 * k)];
%! y = 1 + (X(:,1) > 0) + (X(:,3) > 0.3);
%! table = nnr.model.activations ();
%! names = {table.Name};
%! layers = {{[], {}}, {5, names(1)}, {[5, 4], names(2:3)}, {[6, 5, 4], names([4, 2, 1])}};
%! for precision = {"single", "double"}
%!   for layer = layers
%!     args = {"LayerSizes", layer{1}{1}, "Verbose", 0, "Precision", precision{1}};
%!     if (! isempty (layer{1}{1}))
%!       args = [args, {"Activations", layer{1}{2}, "Epochs", 8}];
%!     end
%!     model = nnreg_fit (X, y, args{:});
%!     same_in_c (model, X);
%!     same_in_c (sparse_model (model), X);
%!   end
%! end
%! same_in_c (nnreg_compact (sparse_model (model)), X);
%!test
%! # C: responses in the user's units, one and several, each Loss, with intervals
%! k = (1:60).';
%! X = [sin(k), 1e3 + 9 * cos(2 * k), sin(3 * k)];
%! Y = [5e4 + 3e3 * X(:,1), 7 + X(:,3) .^ 2];
%! for loss = {"mse", "huber", "mae"}
%!   for R = 1:2
%!     for sizes = {[], [5, 4]}
%!       model = nnreg_fit (X, Y(:,1:R), "Task", "regression", "LayerSizes", sizes{1}, ...
%!                          "Loss", loss{1}, "Epochs", 20, "Verbose", 0);
%!       same_in_c (model, X);
%!       same_in_c (sparse_model (model), X);
%!     end
%!   end
%! end
%! same_in_c (nnreg_conformal (model, X, Y), X);
%!test
%! # C: thresholds and temperatures
%! k = (1:300).';
%! X = [sin(k), cos(2 * k)];
%! y = {"no"; "yes"}(1 + (X(:,1) + sin (k .^ 2) > 0));
%! model = nnreg_fit (X, y, "LayerSizes", 4, "Epochs", 30, "Verbose", 0);
%! warm = nnreg_calibrate (model, X, y);
%! assert (warm.Temperature != 1);
%! text = same_in_c (warm, X);
%! assert (! isempty (strfind (text, sprintf ("/ %.17g)", warm.Temperature))));
%! for cut = [0.2, 0.7]
%!   for class = {"no", "yes"}
%!     same_in_c (nnreg_threshold (warm, "Threshold", cut, "PositiveClass", class{1}), X);
%!   end
%! end
%! model = nnreg_threshold (model, X, y, "Recall", 0.9);
%! same_in_c (model, X);
%! model.Threshold = Inf;
%! same_in_c (model, X);
%!test
%! # C: no weight is left, or no input of a unit
%! [model, X] = fitted ();
%! model.Weights = cellfun (@(W) 0 * W, model.Weights, "UniformOutput", false);
%! text = same_in_c (model, X);
%! assert (! isempty (strfind (text, "No weight is left")));
%! assert (! isempty (strfind (text, "\n * It reads nothing of x: all weights are 0.\n")));
%! assert (! isempty (strfind (text, "0 weights of 43.\n")));
%! model.Weights{1}(1) = model.Weights{2}(1) = model.Weights{3}(1) = 2;
%! same_in_c (model, X);
%!test
%! # C: any names of files, classes and inputs
%! k = (1:40).';
%! X = [sin(k), cos(3 * k)];
%! classes = {"a \"b\"", "c\\d??/", "*/ int"}(1 + mod (k, 3)).';
%! inputs = {"gr\303\266\303\237e */", "b??/ \\"};
%! model = nnreg_fit (X, classes, "LayerSizes", 3, "Epochs", 3, "Verbose", 0, ...
%!                    "FeatureNames", inputs);
%! for name = {"p", "p_thr", "P_q", "9 lives-2", "int", "_x", "model.v2"}
%!   text = same_in_c (model, X, name{1});
%! end
%! assert (! isempty (strfind (text, "int model_v2_class(const MODEL_V2_X *x);")));
%! for name = {"p", "p_thr", "P_q"}
%!   text = source (model, name{1});
%!   head = strrep ("#ifndef A_X\n#define A_X double ", "A_X", [upper(name{1}) "_X"]);
%!   assert (! isempty (strfind (text, head)), text);
%! end
%! assert (! isempty (strfind (text, "\n *   x[0]  gr\303\266\303\237e * /.\n")));
%! words = ["ab"; "c "];
%! for labels = {logical(mod (k, 2)), mod(k, 3) / 2, words(1 + mod (k, 2),:)}
%!   model = nnreg_fit (X, labels{1}, "LayerSizes", 3, "Epochs", 3, "Verbose", 0);
%!   same_in_c (model, X);
%! end
%! model = nnreg_fit (X, int64 (2) ^ 60 + int64 (mod (k, 2)), "Epochs", 1, "Verbose", 0);
%! text = source (model, "m");
%! want = '"1152921504606846976",\s+"1152921504606846977"\s+};';
%! assert (! isempty (regexp (text, want)));
%!test
%! # C: a table's prepared matrix, with the names of its columns
%! k = (1:60).';
%! T = struct ("age", 30 + 9 * sin (k), "pet", {{"ant", "bee", "cow"}(1 + mod (k, 3)).'}, ...
%!             "ill", sin (k) > 0.2);
%! T.age(3:5) = NaN;
%! model = nnreg_fit (T, "ill", "LayerSizes", 4, "Epochs", 5, "Verbose", 0);
%! [M, names] = deal (nnreg_prepare (model, T), model.FeatureNames);
%! text = same_in_c (model, M);
%! assert (! isempty (strfind (text, "a row of the matrix of nnreg_prepare")));
%! for j = 1:columns (M)
%!   assert (! isempty (strfind (text, sprintf ("\n *   x[%d]  %s\n", j - 1, names{j}))));
%! end
%!test
%! # C: the numbers in the header are those of the file
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X, y, "LayerSizes", [20, 300], "Epochs", 10, "Penalty", "l1", ...
%!                    "Lambda", 2e-3, "Verbose", 0);
%! small = nnreg_compact (model);
%! text = same_in_c (model, X);
%! said = @(what) str2double (regexp (text, what, "tokens", "once"){1});
%! assert (said ('A row takes (\d+) multiplications'), sum (cellfun (@nnz, small.Weights)));
%! bytes = struct ("float", 4, "double", 8, "uint8_t", 1, "uint16_t", 2);
%! tables = regexp (text, 'static const (\w+) \w+\[(\d+)\] = \{([^}]*)\}', "tokens");
%! total = 0;
%! for t = tables
%!   [type, count, values] = t{1}{:};
%!   assert (numel (strfind (values, ",")), str2double (count));
%!   total += bytes.(type) * str2double (count);
%! end
%! assert (said ('Constants: (\d+) bytes'), total);
%! numbers = regexp (text, '_w1\[\d+\] = \{([^}]*)\}', "tokens", "once"){1};
%! W = small.Weights{1}.';
%! assert (single (sscanf (strrep (numbers, "f,", " "), "%f")), W(W != 0));
%!test
%! # C: a caller's type of numbers for x
%! [X, y] = nnreg_digits ();
%! X = X(1:50,:);
%! model = nnreg_fit (X, y(1:50), "LayerSizes", 5, "Epochs", 5, "Verbose", 0);
%! [~, scores] = nnreg_predict (model, X);
%! text = ["#define MODEL_X unsigned char\n", source(model, "model")];
%! text = [text, "int from_doubles_scores(const double *x, double scores[10]);\n", ...
%!         "int from_doubles_class(const double *x);\n", ...
%!         "int from_doubles_scores(const double *x, double scores[10])\n{\n", ...
%!         "  unsigned char bytes[64];\n", ...
%!         "  for (int j = 0; j < 64; j++) bytes[j] = (unsigned char)x[j];\n", ...
%!         "  return model_scores(bytes, scores);\n}\n", ...
%!         "int from_doubles_class(const double *x)\n{\n  double s[10];\n", ...
%!         "  return from_doubles_scores(x, s);\n}\n"];
%! for out = compiled (text, X, "from_doubles")
%!   assert (out.Scores, double (scores), 1e-6);
%! end
%!error <nnreg_export: a class name has 5000 bytes; in C it may have 4095: give MODEL shorter>
%! y = {"a"; repmat("b", 1, 5000)}([1; 2; 1; 2]);
%! model = nnreg_fit ([1; 2; 3; 4], y, "Epochs", 1, "Verbose", 0);
%! nnreg_export (model, "a.c");
