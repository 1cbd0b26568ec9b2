## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## make_notebook (SCRIPT, NOTEBOOK): the tutorial as a Jupyter notebook for octave-kernel,
## without outputs.

function make_notebook (script, notebook)
  cells = {};
  parts = read_tutorial (script);
  for k = 1:numel (parts)
    part = parts(k);
    switch (part.Kind)
      case 'title'
        level = repmat ('#', 1, 1 + (k > 1));
        cells{end + 1} = markdown ([level, ' ', part.Text], k);
      case 'text'
        cells{end + 1} = markdown (part.Text, k);
      case 'code'
        cells{end + 1} = struct ('cell_type', 'code', 'execution_count', [], 'id', name (k), ...
                                 'metadata', struct (), 'outputs', {{}}, 'source', part.Text);
    end
  end
  kernel = struct ('display_name', 'Octave', 'language', 'octave', 'name', 'octave');
  book = struct ('cells', {cells}, 'metadata', struct ('kernelspec', kernel), ...
                 'nbformat', 4, 'nbformat_minor', 5);
  fid = fopen (notebook, 'w');
  text = strrep (jsonencode (book), '"execution_count":[]', '"execution_count":null');
  ## A line for each cell, so that a diff shows what changed.
  fprintf (fid, "%s\n", strrep (text, '{"cell_type"', "\n{\"cell_type\""));
  fclose (fid);
end

function cell = markdown (text, k)
  cell = struct ('cell_type', 'markdown', 'id', name (k), 'metadata', struct (), 'source', text);
end

function id = name (k)
  id = sprintf ('cell-%02d', k);
end
