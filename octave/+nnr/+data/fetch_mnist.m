## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.fetch_mnist (dir, mirrors)
##
## Downloads the four files of MNIST into a folder, unless they are there and right. MIRRORS is a
## cellstr of URLs of folders, which are tried in order. A file is right if its unpacked content has
## the known SHA-256 sum; only then does it get its name. The error nnreg:badFile lists what was
## tried.

function fetch_mnist (dir, mirrors)
  ## SHA-256 of the unpacked files of LeCun, Cortes and Burges.
  files = {'train-images-idx3-ubyte', ...
           'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db'; ...
           'train-labels-idx1-ubyte', ...
           '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5'; ...
           't10k-images-idx3-ubyte', ...
           '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7'; ...
           't10k-labels-idx1-ubyte', ...
           'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2'};
  if (! nnr.files.is_folder (dir))
    [made, why] = mkdir (dir);
    if (! made)
      error ('nnreg:badFile', 'cannot make the folder "%s": %s', dir, why);
    end
  end
  for k = 1:rows (files)
    [name, sha] = files{k,:};
    if (! is_right (nnr.data.find_mnist (dir, name), sha))
      fetch_one (dir, [name, '.gz'], sha, mirrors);
    end
  end
end

function fetch_one (dir, name, sha, mirrors)
  tried = '';
  [folder, guard] = nnr.files.scratch ();
  part = fullfile (folder, name);
  for k = 1:numel (mirrors)
    url = [regexprep(mirrors{k}, '/+$', ''), '/', name];
    problem = download (url, part, sha);
    if (isempty (problem))
      nnr.files.copy_to (fullfile (dir, name), part);
      return
    end
    tried = sprintf ("%s\n  %s: %s", tried, url, problem);
  end
  error ('nnreg:badFile', 'could not get %s into "%s"; tried%s', name, dir, tried);
end

## Empty, or why the file cannot be downloaded or is not the right one.
function problem = download (url, file, sha)
  problem = '';
  try
    [~, ok, why] = urlwrite (url, file);
  catch err
    [ok, why] = deal (false, err.message);
  end
  if (! ok)
    problem = why;
  elseif (! is_right (file, sha))
    problem = 'what came is not the file: its checksum is wrong';
  end
end

## A file that cannot be read is not right either.
function right = is_right (file, sha)
  right = false;
  if (isempty (file))
    return
  end
  try
    right = strcmp (hash ('sha256', unpacked (file)), sha);
  catch err
    if (! strcmp (err.identifier, 'nnreg:badFile'))
      rethrow (err);
    end
  end
end

## The bytes of an IDX file of uint8 as a row of characters.
function bytes = unpacked (file)
  [A, dims] = nnr.data.read_idx (file);
  if (numel (dims) == 2 && dims(2) == 1)
    dims = dims(1);
  end
  big_endian = mod (floor (256 .^ (-3:0).' * dims), 256);
  bytes = char ([0, 0, 8, numel(dims), big_endian(:).', A(:).']);
end

%!shared dir, mirror
%! dir = tempname ();
%! mirror = tempname ();
%! mkdir (mirror);
%! fid = fopen (fullfile (mirror, "train-images-idx3-ubyte.gz"), "w");
%! fwrite (fid, [0 0 8 3  0 0 0 1  0 0 0 1  0 0 0 1  9]);
%! fclose (fid);
%!error <could not get train-images-idx3-ubyte.gz into ".*"; tried\n  file://nowhere/x/tra.*: .+$>
%! nnr.data.fetch_mnist (dir, {"file://nowhere/x"});
%!error <tried.*\n  file://.*/train-.*.gz: what came is not the file: its checksum is wrong$>
%! nnr.data.fetch_mnist (dir, {"file://nowhere/x", ["file://" mirror "/"]});
%!test
%! # nothing is left behind
%! assert (numel (readdir (dir)), 2);
%! rmdir (dir);
%!error <cannot make the folder ".*train-images-idx3-ubyte.gz": >
%! nnr.data.fetch_mnist (fullfile (mirror, "train-images-idx3-ubyte.gz"), {"file://nowhere"});
%!test
%! delete (fullfile (mirror, "*"));
%! rmdir (mirror);
