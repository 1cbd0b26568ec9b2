## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Of each submission NAMES in FOLDER: the Folder in it that has the answers, their Text, and
## Remarks (a cell) about folders that were left out and submissions with the same code.

function found = find_answers (folder, names, tasks)
  found = struct ('Folder', cell (1, numel (names)), 'Text', '', 'Remarks', {{}});
  codes = cell (1, numel (names));
  given = code_of (fullfile (fileparts (fileparts (mfilename ('fullpath'))), 'answers'), tasks);
  for k = 1:numel (names)
    [found(k).Folder, found(k).Remarks] = answers_in (folder, names{k}, {tasks.Name});
    [codes{k}, found(k).Text] = code_of (found(k).Folder, tasks);
  end
  for k = 1:numel (names)
    same = strcmp (codes, codes{k});
    same(k) = false;
    if (any (same) && ! isempty (codes{k}) && ! strcmp (codes{k}, given))
      found(k).Remarks{end + 1} = ['the same code as ', strjoin(names(same), ', ')];
    end
  end
end

## The folder with most of the files; of equal ones the first, outermost.
function [best, remarks] = answers_in (folder, name, wanted)
  places = {fullfile(folder, name)};
  for depth = 1:3
    places = unique ([places, subfolders(places)], 'stable');
  end
  counts = cellfun (@(place) sum (isfile (fullfile (place, strcat (wanted, '.m')))), places);
  [most, at] = max (counts);
  best = places{at};
  remarks = {};
  others = find (counts > 0);
  others(others == at) = [];
  if (most == 0)
    remarks = {'no file of the assignment was found'};
  elseif (! isempty (others))
    skip = numel (fullfile (folder, name, 'x'));
    ignored = cellfun (@(place) ['"' place(skip:end) '"'], places(others), 'UniformOutput', false);
    remarks = {sprintf('graded in "%s", not in %s', best(skip:end), strjoin (ignored, ', '))};
  end
end

function inner = subfolders (places)
  inner = {};
  for place = places
    entries = dir (place{1}).';
    visible = ! strncmp ({entries.name}, '.', 1);
    for entry = entries([entries.isdir] & visible)
      inner{end + 1} = fullfile (place{1}, entry.name);
    end
  end
end

## The code of the answers without comments, blanks and newlines, and all text as it is.
function [code, text] = code_of (folder, tasks)
  texts = read_answers (folder);
  parts = [fieldnames(texts), struct2cell(texts)].';
  text = strjoin (parts(:).', "\n");
  asked = intersect ({tasks.Name}, fieldnames (texts).');
  parts = cellfun (@(name) [name, ':', bare(texts.(name))], asked, 'UniformOutput', false);
  code = [parts{:}];
end

function text = bare (text)
  text = regexprep (regexprep (text, '[#%][^\n]*', ''), '\s+', '');
end
