## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.export (model, file, python)
##
## Writes MODEL to FILE, by the ending of its name: as JSON, as C, or as ONNX with the Python
## program PYTHON.

function export (model, file, python)
  kind = '';
  if (ischar (file) && isrow (file))
    [~, stem, ext] = fileparts (file);
    kind = lower (ext(2:end));
  end
  if (! any (strcmp (kind, {'json', 'onnx', 'c'})))
    error ('nnreg:badArgument', 'FILE must be a name that ends in .json, .onnx or .c, got %s', ...
           nnr.words.show_value (file));
  elseif (! (ischar (python) && isrow (python)))
    error ('nnreg:badArgument', 'Python must be the name of a program, got %s', ...
           nnr.words.show_value (python));
  end
  file = tilde_expand (file);
  if (strcmp (kind, 'c'))
    __nnreg_file_replace__ (file, uint8 (nnr.model.c_source (model, stem)).');
    return
  end
  json = uint8 (nnr.model.json (model)).';
  if (strcmp (kind, 'json'))
    __nnreg_file_replace__ (file, json);
  else
    write_onnx (file, json, python);
  end
end

## Python makes the ONNX file from a JSON file, both in a folder of their own.
function write_onnx (file, json, python)
  [folder, guard] = nnr.files.scratch ();
  source = fullfile (folder, 'model.json');
  made = fullfile (folder, 'model.onnx');
  __nnreg_file_replace__ (source, json);
  script = fullfile (fileparts (mfilename ('fullpath')), '..', '..', 'onnx_from_json.py');
  words = cellfun (@in_quotes, {python, '-B', script, source, made}, 'UniformOutput', false);
  [status, output] = system ([strjoin(words, ' ') ' 2>&1']);
  if (status == 0)
    nnr.files.copy_to (file, made);
    return
  elseif (system (sprintf ('%s -c "import onnx" 2>&1', words{1}), true) != 0)
    error ('nnreg:noOnnx', ['ONNX is written by Python''s package onnx, and the program %s is ' ...
                            'missing or has none; install it (Debian: apt-get install ' ...
                            'python3-onnx; else: python3 -m pip install onnx), name another ' ...
                            'Python with the option "Python", or export to .json'], ...
           nnr.words.show_value (python));
  end
  lines = strsplit (strtrim (output), "\n");
  error ('nnreg:badFile', 'cannot write %s: %s', nnr.words.show_value (file), lines{end});
end

## A word for the shell, which expands nothing in it.
function text = in_quotes (text)
  if (ispc ())
    text = ['"' text '"'];
  else
    text = nnr.files.shell_word (text);
  end
end
