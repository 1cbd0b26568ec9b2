## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_export (@var{model}, @var{file})
## @deftypefnx {} {} nnreg_export (@var{model}, @var{file}, "Python", @var{program})
## Writes a model as JSON or ONNX, so that it runs elsewhere.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## @item @var{file}
## A name that ends in @file{.json} or @file{.onnx}; a file of that name is replaced.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Python"} [@qcode{"python3"}]
## The Python that writes ONNX, with the package onnx (on Debian @samp{apt-get install
## python3-onnx}, elsewhere @samp{python3 -m pip install onnx}).  JSON needs none.
## @end table
##
## @strong{JSON}
##
## An object that any language reads, with all digits: a reader gets the same bits.
##
## @table @code
## @item format, version, task, precision
## @qcode{"nnreg model"}, 1, @qcode{"classification"} or @qcode{"regression"},
## @qcode{"single"} or @qcode{"double"}.
## @item num_inputs, inputs
## The number of columns of X, and those that the network takes, counted from 0.
## @item input_mean, input_scale
## Empty, or for each input what is subtracted, and what the difference is divided by.
## @item layers
## A list of objects with @code{weights} (a list of rows, one for each unit),
## @code{biases} and @code{activation}: @qcode{"relu"}, @qcode{"tanh"}, @qcode{"sigmoid"},
## @qcode{"none"}, @qcode{"softmax"}.  A layer's output is activation (W * h + b).
## @item class_names
## Of a classification: the class of each score.
## @item response_mean, response_scale
## Of a regression: y = output * scale + mean.
## @item feature_names, penalty
## Names or an empty list; lambda1 and lambda2 of each layer, and lambda_group.
## @end table
##
## @strong{ONNX}
##
## Operators of opset 13.  The input @code{X} is N-by-D, float (double for a model in
## double): columns with large means and small spread lose digits as floats.
## Outputs of a classification are @code{label} (integers, numbers or strings) and
## @code{scores} (N-by-K), of a regression @code{y} (N-by-R, double).  Standardisation and
## the choice of columns by @code{nnreg_compact} are part of the graph.
##
## @strong{Example}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "LayerSizes", 32, "Verbose", 0);
## file = [tempname() ".json"];
## nnreg_export (model, file);
## read = jsondecode (fileread (file));
## printf ("%s, %d inputs\n", read.task, read.num_inputs)
##      @print{} classification, 64 inputs
## delete (file);
## @end group
## @end example
##
## @seealso{nnreg_summary, nnreg_compact, nnreg_predict}
## @end deftypefn

function nnreg_export (model, file, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    nnr.model.check ('MODEL', model);
    opts = nnr.args.parse_options (struct ('Python', 'python3'), varargin);
    kind = check_file (file);
    file = tilde_expand (file);
    if (! (ischar (opts.Python) && isrow (opts.Python)))
      error ('nnreg:badArgument', 'Python must be the name of a program, got %s', ...
             nnr.words.show_value (opts.Python));
    end
    if (strcmp (kind, 'json'))
      write_text (file, nnr.model.json (model));
    else
      write_onnx (file, model, opts.Python);
    end
  catch err
    nnr.words.raise ('nnreg_export', err);
  end
end

function kind = check_file (file)
  kind = '';
  if (ischar (file) && isrow (file))
    [~, ~, ext] = fileparts (file);
    kind = lower (ext(2:end));
  end
  if (! any (strcmp (kind, {'json', 'onnx'})))
    error ('nnreg:badArgument', 'FILE must be a name that ends in .json or .onnx, got %s', ...
           nnr.words.show_value (file));
  end
end

## The whole text under this name, or what was there before.
function write_text (file, text)
  __nnreg_file_replace__ (file, uint8 (text(:)));
end

## JSON beside the target, and Python makes ONNX of it.
function write_onnx (file, model, python)
  source = [tempname() '.json'];
  cleanup = onCleanup (@() unlink (source));
  write_text (source, nnr.model.json (model));
  script = fullfile (fileparts (mfilename ('fullpath')), 'onnx_from_json.py');
  words = cellfun (@in_quotes, {python, '-B', script, source, file}, 'UniformOutput', false);
  [status, output] = system ([strjoin(words, ' ') ' 2>&1']);
  if (status == 0)
    return
  end
  if (system (sprintf ('%s -c "import onnx" 2>&1', in_quotes (python)), true) != 0)
    error ('nnreg:noOnnx', ['ONNX is written by Python''s package onnx, and the program ' ...
                            '%s is missing or has none; install it (Debian: apt-get install ' ...
                            'python3-onnx; else: python3 -m pip install onnx), name another ' ...
                            'Python with the option "Python", or export to .json'], nnr.words.show_value (python));
  end
  lines = strsplit (strtrim (output), "\n");
  error ('nnreg:badFile', 'cannot write %s: %s', nnr.words.show_value (file), lines{end});
end

## For the shell: nothing in a name is read as anything else.
function text = in_quotes (text)
  if (ispc ())
    text = ['"' text '"'];
  else
    text = ['''' strrep(text, '''', '''\''''') ''''];
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", 4, "Penalty", "l1", "Lambda", 1e-2, "Verbose", 0);
%! file = [tempname() ".json"];
%! nnreg_export (nnreg_compact (model), file);
%! disp (fileread (file)(1:400));
%! delete (file);

%!function model = fitted (varargin)
%!  k = (1:40).';
%!  model = nnreg_fit ([sin(k), 100 * cos(2 * k), sin(3 * k)], 1 + (sin (k) > 0), "LayerSizes", ...
%!                     5, ...
%!                     "Epochs", 3, "Verbose", 0, varargin{:});
%!endfunction
%!test
%! # what is in the file predicts the same
%! k = (1:40).';
%! X = [sin(k), 100 * cos(2 * k), sin(3 * k)];
%! model = nnreg_fit (X, 1 + (sin (k) > 0), "LayerSizes", [5, 4], "Activations", ...
%!                    {"relu", "tanh"}, ...
%!                    "Epochs", 3, "Verbose", 0, "Standardize", true, "Precision", "double");
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
%! # a name that cannot be had leaves nothing behind
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
%!error <Invalid call> nnreg_export (1)
%!error <nnreg_export: MODEL must be a struct made by nnreg_fit, got 1> nnreg_export (1, "a.json")
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
