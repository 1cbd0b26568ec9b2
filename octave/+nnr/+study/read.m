## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.read (study)
##
## Reads what has been added to the files of results since the last time.  Lines that are torn,
## spoilt or of another search are passed over: their jobs are done again.

function study = read (study)
  study.LastRead = time ();
  folder = fullfile (study.Folder, 'results');
  for name = nnr.files.files_in (folder, '.txt')
    at = find (strcmp (study.Read.Name, name{1}), 1);
    if (isempty (at))
      at = numel (study.Read.Name) + 1;
      study.Read.Name{at} = name{1};
      study.Read.Bytes(at) = 0;
    end
    [info, missing] = stat (fullfile (folder, name{1}));
    if (! missing && info.size > study.Read.Bytes(at))
      [text, study.Read.Bytes(at)] = new_lines (study, at);
      study.Records = add_records (study, text);
    end
  end
end

## Whole lines behind those that were read; a line without end may still be written.
function [text, bytes] = new_lines (study, at)
  bytes = study.Read.Bytes(at);
  text = '';
  fid = fopen (fullfile (study.Folder, 'results', study.Read.Name{at}), 'r');
  if (fid < 0)
    return;
  end
  fseek (fid, bytes, SEEK_SET);
  text = fread (fid, Inf, 'char=>char').';
  fclose (fid);
  last = find (text == "\n", 1, 'last');
  text = text(1:last);
  bytes = bytes + numel (text);
end

function records = add_records (study, text)
  records = study.Records;
  text(text > 127) = '?';       # regexp refuses what is no UTF-8
  found = regexp (text, '^((\d+) (\d+) ((?:[0-9a-f]{16})+)) ([0-9a-f]{8})$', 'tokens', ...
                  'lineanchors');
  whole = false (1, numel (found));
  [rounds, numbers, values] = deal (zeros (size (whole)), zeros (size (whole)), ...
                                    cell (size (whole)));
  for k = 1:numel (found)
    [body, round, number, digits, checksum] = found{k}{:};
    whole(k) = strcmp (checksum, nnr.study.line_checksum (study, body));
    rounds(k) = sscanf (round, '%d');
    numbers(k) = sscanf (number, '%d');
    values{k} = hex2num (reshape (digits, 16, []).').';
  end
  records.Round = [records.Round, rounds(whole)];
  records.Number = [records.Number, numbers(whole)];
  records.Values = [records.Values, values(whole)];
end
