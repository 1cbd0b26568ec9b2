## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Files of nnreg that are written whole: nnr.files.write and nnr.files.read.

%!shared file, c
%! file = [tempname(), " x"];
%! c = struct ("A", single ([1, 2; 3, pi]), "B", zeros (0, 3), "C", "a\nb\0c", ...
%!             "D", [NaN; -Inf; 0.1], "E", true, "F", uint8 ([1, 10, 255]));
%!function refused (file, bytes, text)
%!  fid = fopen (file, "w");
%!  fwrite (fid, bytes);
%!  fclose (fid);
%!  try
%!    nnr.files.read (file, "checkpoint");
%!    got = "";
%!  catch err
%!    assert (err.identifier, "nnreg:badFile");
%!    got = err.message;
%!  end
%!  assert (got, sprintf ('"%s" is %s', file, text));
%!endfunction
%!test
%! nnr.files.write (file, "checkpoint", c);
%! back = nnr.files.read (file, "checkpoint");
%! assert (back, c);
%! for name = fieldnames (c).'
%!   assert (class (back.(name{1})), class (c.(name{1})));
%!   assert (size (back.(name{1})), size (c.(name{1})));
%! end
%!test
%! # cut short anywhere, one bit turned anywhere, longer
%! fid = fopen (file, "r");
%! bytes = fread (fid, Inf, "*uint8").';
%! fclose (fid);
%! damaged = "a checkpoint that is cut short or damaged";
%! for k = 17:numel (bytes) - 1
%!   refused (file, bytes(1:k), damaged);
%! end
%! refused (file, [bytes, uint8(0)], damaged);
%! for k = 19:numel (bytes)
%!   other = bytes;
%!   other(k) = bitxor (other(k), 64);
%!   refused (file, other, damaged);
%! end
%! refused (file, bytes(1:16), "not a checkpoint of nnreg");
%! refused (file, [], "not a checkpoint of nnreg");
%! refused (file, uint8 (1:255), "not a checkpoint of nnreg");
%! for k = [1, 3]
%!   refused (file, [bytes(1:17), uint8(sprintf ("%d", k)), bytes(19:end)], sprintf ( ...
%!     "a checkpoint made by another version of nnreg (its format is %d, this nnreg reads 2)", k));
%! end
%! refused (file, uint8 ("nnreg study 2 "), "not a checkpoint of nnreg");
%!test
%! # a body whose checksum is right and whose fields are wrong
%! for body = {"A double 1 2\n\n", "A double 1e9 1e9\n\n", "A double -1 -1\n\n12345678", ...
%!             "A double 1.5 2\n\n123456781234567812345678", "A cell 0 0\n\n", "A double\n\n", ...
%!             "1A double 0 0\n\n", "A double NaN 0\n\n", "\n12", "A double 0 0", ...
%!             "A double 0 i\n\n"}
%!   bytes = uint8 (["nnreg checkpoint 2 ", repmat("0", 1, 32), "\n", body{1}]).';
%!   bytes(20:51) = uint8 (nnr.files.checksum (bytes));
%!   refused (file, bytes, "a checkpoint that is cut short or damaged");
%! end
%!error <"/nowhere/x" cannot be read: > nnr.files.read ("/nowhere/x", "study")
%!error <"/" cannot be read: it is a folder> nnr.files.read ("/", "study")
%!error <"/dev/null" cannot be a checkpoint: it is a device or a pipe>
%! nnr.files.read ("/dev/null", "checkpoint")
%!test
%! # any values, and the fault of a file instead of an error
%! values = struct ("a", sparse ([0, 1]), "f", @(x) x + 1, "c", {{"x", int8(3), []}}, "n", 1:3);
%! values.d = rand (2, 3, 2);
%! nnr.files.write (file, "study", values);
%! [found, fault] = nnr.files.read (file, "study");
%! assert (nnr.files.value_text (found), nnr.files.value_text (values));
%! assert (fault, "");
%! [found, fault] = nnr.files.read (file, "checkpoint");
%! assert ({found, fault}, {[], "is not a checkpoint of nnreg"});
%! values.x = rand (30);
%! save ("-binary", file, "values");     # a study of format 1
%! fail ('nnr.files.read (file, "study")', "study made by another version of nnreg");
%!test
%! # a study that is damaged
%! nnr.files.write (file, "study", struct ("a", 1:9));
%! bytes = fileread (file);
%! for changed = {bytes(1:end - 1), [bytes, "0"], [bytes(1:end - 1), "x"], bytes(1:99)}
%!   fid = fopen (file, "w");
%!   fwrite (fid, changed{1});
%!   fclose (fid);
%!   [found, fault] = nnr.files.read (file, "study");
%!   assert ({found, fault}, {[], "is a study that is cut short or damaged"});
%! end
%!error <"/dev/null/none" cannot be written: Not a directory>
%! nnr.files.write ("/dev/null/none", "study", struct ("a", 1))
%!test unlink (file);
