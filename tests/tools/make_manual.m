## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## make_manual (ROOT, FOLDER): writes the manual as Texinfo, with its pictures, to FOLDER for
## makeinfo. It has the tutorial of ROOT/examples with its output and pictures, the chapters of
## ROOT/examples/manual, and the help of each function in the order of ROOT/INDEX.

function make_manual (root, folder)
  warning ("off", "Octave:gnuplot-graphics", "local");
  graphics_toolkit ("gnuplot");
  chapters = in_order (glob (fullfile (root, "examples", "manual", "*.md")).');
  texts = cellfun (@chapter_texinfo, chapters, "UniformOutput", false);
  titles = [{"Tutorial"}, regexp(texts, '(?<=@chapter )[^\n]*', "match", "once"), {"Functions"}];
  copyfile (fullfile (root, "examples", "pictures", "*.png"), folder);
  fid = fopen (fullfile (folder, "nnreg.texi"), "w");
  fputs (fid, fileread (fullfile (root, "tests", "tools", "manual_head.texi")));
  fprintf (fid, "@menu\n%s@end menu\n\n@contents\n\n", sprintf ("* %s::\n", titles{:}));
  fprintf (fid, "@node Tutorial\n@chapter Tutorial\n\n");
  write_tutorial (fid, read_tutorial (fullfile (root, "examples", "tutorial.m")), folder);
  fputs (fid, [texts{:}]);
  fprintf (fid, "@node Functions\n@chapter Functions\n\n");
  write_functions (fid, fullfile (root, 'INDEX'));
  fprintf (fid, "@bye\n");
  fclose (fid);
end

## By the numbers that the names begin with: 10 after 9.
function files = in_order (files)
  [~, names] = cellfun (@fileparts, files, "UniformOutput", false);
  [~, order] = sort (cellfun (@(name) sscanf (name, "%d"), names));
  files = files(order);
end

function write_tutorial (fid, cells, folder)
  for k = 1:numel (cells)
    text = cells(k).Text;
    switch (cells(k).Kind)
      case 'title'
        fprintf (fid, "@section %s\n\n", escaped (text));
      case 'text'
        write_text (fid, text);
      case 'code'
        fprintf (fid, "@example\n%s\n@end example\n\n", escaped (text));
        file = sprintf ('tutorial-%02d', k);
        write_output (fid, run_cell (text, fullfile (folder, [file, '.png'])));
        draw_figure (fullfile (folder, [file, '.png']));
        write_image (fid, folder, file);
    end
  end
end

## Indented lines are formulas.
function write_text (fid, text)
  formula = false;
  for line = strsplit (text, "\n")
    indented = strncmp (line{1}, '    ', 4);
    if (indented && ! formula)
      fprintf (fid, "@example\n");
    elseif (formula && ! indented)
      fprintf (fid, "@end example\n");
    end
    formula = indented;
    fprintf (fid, "%s\n", escaped (regexprep (line{1}, '^    ', '')));
  end
  fprintf (fid, "%s\n", repmat (sprintf ("@end example\n"), 1, formula));
end

## Runs a cell in the base workspace, where the variables of earlier cells are. Pictures of
## nnreg_plot go to the file.
function printed = run_cell (code, file)
  code = regexprep (code, '^pkg load nnreg$', '', 'lineanchors');
  code = strrep (code, "figure (window{:});\nh = nnreg_plot", 'h = nnreg_plot');
  code = regexprep (code, '^h = nnreg_plot \((.*)\);$', ...
                    ['nnreg_plot ($1, "File", "', file, '");'], 'lineanchors', 'dotexceptnewline');
  assignin ('base', 'code_of_cell', code);
  printed = evalin ('base', 'evalc (code_of_cell)');
end

function write_output (fid, printed)
  if (! isempty (strtrim (printed)))
    fprintf (fid, "@example\n%s\n@end example\n\n", escaped (regexprep (printed, '\s+$', '')));
  end
end

## Saves a figure that the cell drew without nnreg_plot.
function draw_figure (file)
  if (! isempty (get (0, 'children')))
    print (gcf (), file, '-dpngcairo');
    close ('all');
  end
end

function write_image (fid, folder, file)
  if (exist (fullfile (folder, [file, '.png']), 'file'))
    fprintf (fid, "@image{%s,,,%s,png}\n\n", file, 'picture');
  end
end

function write_functions (fid, index)
  names = regexp (fileread (index), '^ +(\w+)', 'tokens', 'lineanchors');
  for name = [names{:}]
    text = regexprep (get_help_text (name{1}), '^\s*-\*- texinfo -\*-\n', '');
    text = regexprep (text, '^ *@(end )?group *\n', '', 'lineanchors');   # blanks make empty boxes
    text = regexprep (text, '@seealso\{([^}]*)\}', '@strong{See also:} $1');
    fprintf (fid, "@node %s\n@section %s\n\n%s\n\n", name{1}, name{1}, text);
  end
end

function text = escaped (text)
  text = regexprep (text, '([@{}])', '@$1');
end
