## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## study = nnr.study.read (study)
##
## Reads what other processes have added to their files of results since the last time. Truncated
## and corrupt lines and lines of other searches are ignored: their jobs are done again.

function study = read (study)
  study.LastRead = time ();
  [~, own, ext] = fileparts (study.Own);
  names = nnr.files.files_in (fullfile (study.Folder, 'results'), '.txt');
  for name = names(! strcmp (names, [own, ext]))
    at = find (strcmp (study.Read.Name, name{1}), 1);
    if (isempty (at))
      at = numel (study.Read.Name) + 1;
      study.Read.Name{at} = name{1};
      study.Read.Bytes(at) = 0;
    end
    [info, missing] = stat (fullfile (study.Folder, 'results', name{1}));
    if (! missing && info.size > study.Read.Bytes(at))
      [text, study.Read.Bytes(at)] = new_lines (study, at);
      study.Records = add_records (study, text);
    end
  end
end

## The complete lines after the last one that was read. A line without an end is still being
## written.
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
  text(double (text) > 127) = '?';      # regexp refuses invalid UTF-8
  found = regexp (text, '^((\d+) (\d+) ((?:[0-9a-f]{16})+)) ([0-9a-f]{8})$', 'tokens', ...
                  'lineanchors');
  whole = false (1, numel (found));
  [rounds, numbers] = deal (zeros (size (whole)));
  values = cell (size (whole));
  for k = 1:numel (found)
    [body, round, number, digits, checksum] = found{k}{:};
    whole(k) = strcmp (checksum, nnr.files.checksum ([study.Digest, body], 8));
    rounds(k) = sscanf (round, '%d');
    numbers(k) = sscanf (number, '%d');
    values{k} = hex2num (reshape (digits, 16, []).').';
  end
  records.Round = [records.Round, rounds(whole)];
  records.Number = [records.Number, numbers(whole)];
  records.Values = [records.Values, values(whole)];
end
