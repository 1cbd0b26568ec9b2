## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## files = nnr.files.examples ()
##
## The tutorial, the examples and the chapters of the manual that came with nnreg: a struct array
## with Name, About (a line) and File. In the source code they are in the folder examples, in an
## installed package in doc.

function files = examples ()
  own = fileparts (which ('nnreg_fit'));
  folder = fullfile (own, 'doc');
  if (! nnr.files.is_folder (folder))
    folder = fullfile (fileparts (own), 'examples');
  end
  files = struct ('Name', {}, 'About', {}, 'File', {});
  for part = {'', 'short', 'manual'}
    here = fullfile (folder, part{1});
    names = [nnr.files.files_in(here, '.m'), nnr.files.files_in(here, '.md')];
    names = sort (names);
    [~, order] = sort (str2double (strtok (names, '-')));      # chapters have numbers
    for name = names(order)
      [~, plain] = fileparts (name{1});
      file = fullfile (here, name{1});
      files(end + 1) = struct ('Name', plain, 'About', first_line (file), 'File', file);
    end
  end
  if (isempty (files))
    error ('nnreg:badFile', 'the folder %s with the examples is missing; install nnreg again', ...
           folder);
  end
  first = strcmp ({files.Name}, 'tutorial');
  files = [files(first), files(! first)];
end

## Of a chapter its title, of a script its first comment after the licence, up to its first stop.
function text = first_line (file)
  lines = strsplit (fileread (file), "\n");
  comments = regexprep (lines(strncmp (lines, '#', 1) | strncmp (lines, '%', 1)), '^[#%]+ *', '');
  comments = comments(! strncmp (comments, 'Copyright', 9) & ! strncmp (comments, 'SPDX', 4) ...
                      & ! cellfun ('isempty', comments));
  text = ['chapter: ', comments{1}];
  if (strcmp (file(end - 1:end), '.m'))
    text = regexp (strjoin (comments(1:min (3, end)), ' '), '^.*?(?=[.;?] |[.:]?$)', 'match'){1};
  end
  longest = 57;
  short = regexp (text, sprintf ('^.{1,%d}(?=[:,])', longest), 'match', 'once');
  if (numel (text) > longest && ! isempty (short))
    text = short;
  end
  text = nnr.words.cut_text (text, longest);
end
