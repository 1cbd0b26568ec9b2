## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_readtable: what is found out, options, warnings and errors. That the values are
## right is tested beside pandas, in tests/differential/tables.py.

%!function [T, about] = read_bytes (bytes, varargin)
%!  ## Reads a file that holds these bytes.
%!  file = [tempname() ".csv"];
%!  fid = fopen (file, "w");
%!  fwrite (fid, bytes);
%!  fclose (fid);
%!  unwind_protect
%!    [T, about] = nnreg_readtable (file, varargin{:});
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction

%!function text = warning_of (varargin)
%!  lastwarn ("", "");
%!  evalc ("read_bytes (varargin{:});");
%!  [text, id] = lastwarn ();
%!  if (! strncmp (id, "nnreg:", 6))      # in Octave 11 also a warning that is off
%!    text = "";
%!  end
%!endfunction

%!test
%! [T, about] = read_bytes ("id,city,x,ok\n1,Rome,2.5,true\n2,,NA,false\n");
%! assert (fieldnames (T), {"id"; "city"; "x"; "ok"});
%! assert (T, struct ("id", [1; 2], "city", {{"Rome"; ""}}, "x", [2.5; NaN], "ok", [true; false]));
%! assert (about.Delimiter, ",");
%! assert (about.DecimalSeparator, ".");
%! assert (about.Encoding, "UTF-8");
%! assert (about.ReadVariableNames, true);
%! assert (about.NumRows, 2);
%! assert ({about.Columns.Type}, {"number", "text", "number", "logical"});
%! assert ([about.Columns.Gaps], [0, 1, 1, 0]);

%!test # names: changed, made different, kept beside the title
%! [T, about] = read_bytes ("House price;2nd;;a;a;for\n1;2;3;4;5;6\n");
%! assert (fieldnames (T), {"HousePrice"; "x2nd"; "Var3"; "a"; "a_1"; "xFor"});
%! assert ({about.Columns.Title}, {"House price", "2nd", "", "a", "a", "for"});

%!test # no header
%! [T, about] = read_bytes ("1\t2\n3\t4\n");
%! assert (T, struct ("Var1", [1; 3], "Var2", [2; 4]));
%! assert (about.ReadVariableNames, false);

%!test # a header without rows
%! T = read_bytes ("a,b\n");
%! assert (T, struct ("a", zeros (0, 1), "b", zeros (0, 1)));
%! T = read_bytes ("a,b\n", "VariableTypes", {"a", "text", "b", "logical"});
%! assert (T.a, cell (0, 1));
%! assert (T.b, false (0, 1));

%!test # one row, one column
%! assert (read_bytes ("x\n5"), struct ("x", 5));
%! assert (read_bytes ("5"), struct ("Var1", 5));

%!test # 3000 columns
%! names = arrayfun (@(k) sprintf ("gene %d", k), 1:3000, "UniformOutput", false);
%! X = round (1000 * rand (4, 3000)) / 8;
%! lines = cellfun (@(row) sprintf ("%g,", row)(1:end-1), num2cell (X, 2), ...
%!                  "UniformOutput", false);
%! T = read_bytes (strjoin ([{strjoin(names, ",")}; lines], "\n"));
%! assert (numel (fieldnames (T)), 3000);
%! assert ([struct2cell(T){:}], X);

%!test # so many columns that a thousand rows are read at a time
%! row = @(digit, text) [repmat([digit, ","], 1, 2998), text, ",true\n"];
%! block = @(count) repmat (row ("1", "x"), 1, count);
%! bytes = [block(999), row("2", "y"), row("3", "\"two\nlines\""), block(1100), row("4", "x")];
%! T = read_bytes (bytes);
%! c = struct2cell (T);
%! assert (unique ([c{1:2998}].', "rows"), [ones(1, 999), 2, 3, ones(1, 1100), 4]);
%! assert (T.Var2999([999:1002, 2102]), {"x"; "y"; "two\nlines"; "x"; "x"});
%! assert (class (T.Var3000), "logical");
%! assert (all (T.Var3000) && rows (T.Var3000) == 2102);
%! fail ("read_bytes ([bytes, row(\"no\", \"x\")], \"VariableTypes\", {\"Var1\", \"number\"});", ...
%!       'line 2104: "no" is not a number, the type of column "Var1"');
%!test # the same from a path with ~, blanks and letters beyond ASCII, packed
%! folder = tempname ();
%! mkdir (folder);
%! file = fullfile (folder, ["t ", char([195, 164]), ".csv"]);
%! fid = fopen (file, "w");
%! fputs (fid, "a,b\n1,x\n");
%! fclose (fid);
%! unwind_protect
%!   T = nnreg_readtable (file);
%!   gzip (file);
%!   assert (nnreg_readtable ([file, ".gz"]), T);
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # equal texts share their memory: a million of 100 letters in far less than 100 MB
%! T = read_bytes (repmat (["1,", repmat("x", 1, 100), "\n"], 1, 1000));
%! assert (T.Var2, repmat ({repmat("x", 1, 100)}, 1000, 1));

%!test # names one shorter than the rows, as R's write.table has them: the rows' names come first
%! T = read_bytes ("\"x\" \"two words\"\n\"a\" 1 \"b c\"\n\"d\" NA \"e\"\n");
%! assert (T, struct ("RowNames", {{"a"; "d"}}, "x", [1; NaN], "twoWords", {{"b c"; "e"}}));
%! [T, about] = read_bytes ("x;y\n1;1,5;2\n2;2,5;3\n3;4;5\n");
%! assert (T, struct ("RowNames", {{"1"; "2"; "3"}}, "x", [1.5; 2.5; 4], "y", [2; 3; 5]));
%! assert ({about.Columns(1).Note, about.Columns(1).Title, about.DecimalSeparator}, ...
%!         {"names of the rows", "", ","});
%! assert (warning_of ("x;y\n1;1,5;2\n2;2,5;3\nx;4;5\n"), "");
%! # another column may have that name; the type may be told
%! T = read_bytes ("RowNames,y\nu,5,7\n");
%! assert (T, struct ("RowNames_1", {{"u"}}, "RowNames", 5, "y", 7));
%! T = read_bytes ("x,y\n3,5,7\n3,6,8\n", "VariableTypes", {"RowNames", "number"});
%! assert (T.RowNames, [3; 3]);
%! T = read_bytes ("\"x\"\n\"1\",2\n\"2\",3\n");
%! assert (T, struct ("RowNames", {{"1"; "2"}}, "x", [2; 3]));
%! T = read_bytes ("2001\t2002\nDE\t1\t2\nFR\t3\t4\n", "ReadVariableNames", true);
%! assert (T, struct ("RowNames", {{"DE"; "FR"}}, "x2001", [1; 3], "x2002", [2; 4]));

%!test # where each row ends with a separator, the last column has no name
%! T = read_bytes ("a,b\n1,2,\n3,4,\n");
%! assert (T, struct ("a", [1; 3], "b", [2; 4], "Var3", [NaN; NaN]));

%!error <the first row has 2 names, line 2 has 3 fields; and the first fields are no names of rows>
%! read_bytes ("a,b\nx,1,2\nx,3,4\n");
%!error <the first row has 2 names, line 2 has 3 fields> read_bytes ("a,b\nx,1,2\n,3,4\n");
%!error <: line 203 has 2 fields, line 2 has 3$>
%! read_bytes (["a,b\n", sprintf("x%d,1,2\n", 1:201), "5,6\n"])
%!error <: line 2 has 3 fields, line 1 has 2$> read_bytes ("1,2\n3,4,5\n6,7,8\n")
%!error <: line 2 has 3 fields, line 1 has 2$> read_bytes ("Sales, May\na,b,c\n6,7,8\n")
%!error <: line 2 has 2 fields, line 1 has 1$> read_bytes ("Sales\na;b\n6;7\n")
%!error <: line 2 has 3 fields, line 1 has 2$>
%! read_bytes ("a,b\nx,1,2\ny,3,4\n", "ReadVariableNames", false)

%!test # blanks between numbers, and between quotes
%! assert (read_bytes ("  a   b\n  1  -2\n 10  NA\n"), struct ("a", [1; 10], "b", [-2; NaN]));
%! assert (read_bytes ("id x y\nA 1 2\nB 3 4\n"), ...
%!         struct ("id", {{"A"; "B"}}, "x", [1; 3], "y", [2; 4]));
%! assert (read_bytes ("\"a b\" 1\n\"c\" 2\n"), struct ("Var1", {{"a b"; "c"}}, "Var2", [1; 2]));
%! T = read_bytes ("New York\nSan Jose\nLa Paz\n");
%! assert (numel (fieldnames (T)), 1);
%! T = read_bytes ("Room 5\nRoom 6\n");
%! assert (numel (fieldnames (T)), 1);

%!test # lines of comment
%! bytes = "# made by a robot, on\n#a monday, at 5\nx,y\n1,#2\n  # more\n\n3,z\n#\n";
%! T = read_bytes (bytes, "CommentStyle", "#");
%! assert (T, struct ("x", [1; 3], "y", {{"#2"; "z"}}));
%! T = read_bytes ("% c\nx\n1\n% c\n\n2\n", "CommentStyle", "%");
%! assert (T.x, [1; NaN; 2]);
%! assert (! isempty (strfind (warning_of ("# one\n# two\nx,y\n1,2\n"), ...
%!                             "\"CommentStyle\", \"#\" skips lines of comment")));

%!test # the numbers of rows that R and pandas write
%! count = @(from) sprintf ("\"\",x\n%d,5\n%d,4\n%d,9\n", from + (0:2));
%! for from = [0, 1]
%!   assert (! isempty (strfind (warning_of (count (from)), "no name and counts the rows; T = ")));
%! end
%! assert (warning_of (count (2)), "");
%! assert (warning_of ("n,x\n0,5\n1,4\n2,9\n"), "");
%! assert (warning_of ("0,5\n1,4\n2,9\n"), "");

## ------------------------------------------------------------------- Options --

%!test # types
%! T = read_bytes ("Zip code,n,b\n10115,1,yes\n00501,0,N\n", ...
%!                 "VariableTypes", {"Zip code", "number", "n", "text", "b", "logical"});
%! assert (T, struct ("ZipCode", [10115; 501], "n", {{"1"; "0"}}, "b", [true; false]));
%! T = read_bytes ("a\n1\n0\n", "VariableTypes", struct ("a", "logical"));
%! assert (T.a, [true; false]);
%! [~, about] = read_bytes ("a\n9007199254740993\n", "VariableTypes", {"a", "number"});
%! assert (about.Columns.Note, "as told");

%!test # gaps
%! T = read_bytes ("a,b\n-999,NA\n1,none of it\n", "TreatAsMissing", {"-999", "none of it"}, ...
%!                 "DefaultMissing", false);
%! assert (T, struct ("a", [NaN; 1], "b", {{"NA"; ""}}));
%! T = read_bytes ("a,b\n-,+\n1,-\n");
%! assert (T, struct ("a", [NaN; 1], "b", {{"+"; "-"}}));

%!test # marks
%! T = read_bytes ("a b\n1,5 2\n", "Delimiter", "space", "DecimalSeparator", ",");
%! assert (T, struct ("a", 1.5, "b", 2));
%! T = read_bytes ("a,b;c\n1;5,2\n", "Delimiter", "semi", "ReadVariableNames", false);
%! assert (T, struct ("Var1", {{"a,b"; "1"}}, "Var2", {{"c"; "5,2"}}));

%!error <: line 2 has 2 fields, line 1 has 1$>
%! read_bytes ("a,b\n1;5,2\n", "Delimiter", "semi");

%!test # lines above, names of one's own
%! T = read_bytes ("made in May\n\n1;2\n", "NumHeaderLines", 2, "VariableNames", {"a", "b c"});
%! assert (T, struct ("a", 1, "bC", 2));

%!test # encodings
%! kocka = {["ko", char([196, 141]), "ka"]};
%! T = read_bytes (["a\nko", char(232), "ka\n"], "Encoding", "windows-1250");
%! assert (T.a, kocka);
%! bytes = double (unicode2native (["a,b\n", kocka{1}, ",1\n"], "UTF-16LE"));
%! T = read_bytes ([255, 254, bytes]);
%! assert (T, struct ("a", {kocka}, "b", 1));
%! [T, about] = read_bytes (["a,b\n", char(233), ",1\n"]);
%! assert (T.a, {char([195, 169])});
%! assert (about.Encoding, "ISO-8859-1");
%! [T, about] = read_bytes (["a,b\n", char(128), ",1\n"]);
%! assert (T.a, {char([226, 130, 172])});
%! assert (about.Encoding, "windows-1252");
%! T = read_bytes (["a,b\n", char(128), ",1\n"], "Encoding", "latin1");
%! assert (T.a, {char([194, 128])});

## -------------------------------------------------------------------- A cell --

%!test
%! c = {"zip", "x", "n"; "00501", 2.5, true; "b", [], false};
%! assert (nnreg_readtable (c), struct ("zip", {{"00501"; "b"}}, "x", [2.5; NaN], "n", [true; false]));
%! T = nnreg_readtable ({"a"; "1,5"; 2; NaN; 3}, "DecimalSeparator", ",");
%! assert (T.a, [1.5; 2; NaN; 3]);
%! T = nnreg_readtable ({"a", "b"; 0.1 + 0.2, 1e300; pi, -Inf; NaN, "two\nlines, \"q\""});
%! assert (T.a, [0.1 + 0.2; pi; NaN]);
%! assert (T.b, {"1e+300"; "-Inf"; "two\nlines, \"q\""});
%! assert (nnreg_readtable ({"a"; "x"; NaN; "y"}).a, {"x"; ""; "y"});

## ------------------------------------------------------------------ Warnings --

%!assert (warning_of ("a,b\n1,x\n2.5,NA\n"), "")
%!test # a column that is text for a few values
%! rows = [sprintf("%d,1\n", 1:19), "twenty,1\n"];
%! text = warning_of (["age,b\n", rows]);
%! assert (! isempty (regexp (text, ['^nnreg_readtable: .*: column "age" is text: 1 of 20 are no ' ...
%!                                   'numbers, first "twenty" in line 21; "TreatAsMissing" ' ...
%!                                   'makes such a value a gap, "VariableTypes" decides$'])));
%! assert (warning_of (["age,b\n", rows], "VariableTypes", {"age", "text"}), "");
%! assert (warning_of (["age,b\n", rows], "TreatAsMissing", "twenty"), "");
%!test # names with numbers
%! text = warning_of ("id,2001,2002\n1,5,6\n");
%! assert (! isempty (strfind (text, "the first row has numbers and was taken for names")));
%! assert (warning_of ("id,2001,2002\n1,5,6\n", "ReadVariableNames", true), "");
%!test # two decimal marks
%! text = warning_of ("a;b\n1.5;2,5\n");
%! said = 'numbers with the decimal mark ",", but "." was taken, so that it is text;';
%! assert (! isempty (strfind (text, said)));
%! # among commas too; but of thousands the other warning speaks
%! text = warning_of ("a,b\n\"1,5\",x\n\"3,25\",y\n");
%! assert (! isempty (strfind (text, said)));
%! quiet = warning ("query", "quiet").state;    # on under `pkg test`
%! restore = onCleanup (@() warning (quiet, "quiet"));
%! warning ("off", "quiet");
%! text = evalc ('read_bytes ("a,b\n\"1,234\",x\n\"12,345\",y\n\"1\",z\n");');
%! assert (numel (strfind (text, 'warning: ')), 1);
%! assert (! isempty (strfind (text, 'column "a" is text, but "," may stand between thousands')));
%!test # losses as books have them
%! text = warning_of ("a\n(5.00)\n7\n");
%! assert (! isempty (strfind (text, ['numbers with parentheses for minus; with ' ...
%!                                    '"TrimNonNumeric", true they are'])));
%! C = {"a", "b"; "($5.25)", "1-"; "$7.00", "2"};
%! T = nnreg_readtable (C, "TrimNonNumeric", true);
%! assert ([T.a, T.b], [-5.25, -1; 7, 2]);
%!test # marks of thousands
%! text = warning_of ("a,b\nx,\"1,234\"\n");
%! assert (! isempty (strfind (text, 'column "b" is text, but "," may stand between thousands')));
%! assert (warning_of ("a,b\nx,\"1,234\"\n", "ThousandsSeparator", ","), "");
%! text = warning_of ("a;b\nx;1.234\n");
%! assert (! isempty (strfind (text, 'column "b" was read with "." as the decimal mark, but')));
%! assert (warning_of ("a;b\nx;1.234\n", "DecimalSeparator", "."), "");
%! text = warning_of ("a\tb\nx\t1,234\ny\t12\n");
%! assert (! isempty (strfind (text, 'column "b" was read with "," as the decimal mark, but')));
%! text = warning_of ("a\tb\nx\t1 234\ny\t12\n");
%! assert (regexprep (text, '^.*csv: ', ''), ...
%!         ['column "b" is text, but its values look like numbers; with "ThousandsSeparator", ' ...
%!          '" " they are']);
%! [~, about] = read_bytes ("a,b\nx,\"1,234\"\ny,5\n");
%! assert (about.Columns(2).Note, '1 of 2 are no numbers with the decimal mark "."');
%!test # units
%! bytes = "a,b,c\nx,12%,\"$1,234.5\"\ny,-,$7\nz,7 %,\n";
%! text = warning_of (bytes);
%! assert (regexprep (text, '^.*csv: ', ''), ...
%!         ['column "c" is text, but its values look like numbers with "$"; with ' ...
%!          '"TrimNonNumeric", true, "ThousandsSeparator", "," they are']);
%! [~, about] = read_bytes (bytes);
%! assert ({about.Columns.Note}, {"", 'numbers with "%"', 'numbers with "$"'});
%! options = {"TrimNonNumeric", true, "ThousandsSeparator", ","};
%! assert (warning_of (bytes, options{:}), "");
%! [T, about] = read_bytes (bytes, options{:});
%! assert ({T.a, T.b, T.c}, {{"x"; "y"; "z"}, [12; NaN; 7], [1234.5; 7; NaN]});
%! assert ([about.Columns.Gaps], [0, 1, 1]);
%! assert (about.Columns(2).Note, 'without "%"');
%! assert (read_bytes (bytes, options{:}, "VariableTypes", {"b", "text", "c", "number"}), ...
%!         setfield (T, "b", {"12%"; "-"; "7 %"}));
%! text = warning_of ("a;b\nx;12,5 %\ny;7 %\n");
%! assert (! isempty (strfind (text, 'with "TrimNonNumeric", true, "DecimalSeparator", "," they')));
%! # names of rows stay
%! T = read_bytes ("a,b\n5 kg,3,4\n6 kg,5,6\n", "TrimNonNumeric", true);
%! assert (T.RowNames, {"5 kg"; "6 kg"});
%! assert (warning_of ("a,b\n5 kg,3,4\n6 kg,5,6\n"), "");
%! # several units in a column, and numbers of India
%! text = warning_of ("a,b\nx,12 kg\ny,3.5kg\nz,7 lb\nu,9 lb\nv,none\n");
%! assert (regexprep (text, '^.*csv: ', ''), ...
%!         ['column "b" is text, but 4 of 5 different texts look like numbers with units ' ...
%!          '("12 kg", "7 lb"); no option reads different ones, so make them alike in the file']);
%! bytes = "a,b\nx,\"1,23,456\"\ny,\"12,34,567.5\"\nz,999\n";
%! text = warning_of (bytes);
%! assert (! isempty (strfind (text, 'column "b" is text, but "," may stand between thousands')));
%! assert (read_bytes (bytes, "ThousandsSeparator", ",").b, [123456; 1234567.5; 999]);
%!test # words among numbers
%! text = warning_of ("a\nunknown\n5\nunknown\n7\n9\n");
%! assert (! isempty (strfind (text, 'column "a" is text: 2 of 5 are no numbers, first "unkn')));
%! assert (warning_of ("a\nunknown\n5\nunknown\n7\n"), "");
%! assert (warning_of ("a\nu\n5\nv\n7\nw\n8\nx\n1\n2\n"), "");
%!test # equal names
%! text = warning_of ("a,b,a\n1,2,3\n");
%! assert (! isempty (strfind (text, 'two columns have the name "a", a and a_1 are fields')));
%! assert (warning_of ("a,,\n1,2,3\n"), "");
%!test # one column
%! text = warning_of ("in May\nx,y\n1,a\n3,b\n");
%! assert (! isempty (strfind (text, 'read as one column, though "," divides its rows alike')));
%! assert (warning_of ("in May\nx,y\n1,a\n3,b\n", "NumHeaderLines", 1), "");
%! assert (warning_of ("x\n1,5\n3,25\n"), "");
%!test # two encodings
%! text = warning_of (["a,b\n", char([195, 164, 195, 164]), ",1\n", char(228), ",2\n", ...
%!                    char([195, 164]), ",3\n"]);
%! assert (! isempty (strfind (text, "line 3 is not UTF-8, though other lines are")));

## -------------------------------------------------------------------- Errors --

%!error <^nnreg_readtable: .*\.csv: is empty$> read_bytes ("");
%!error <line 3: "\$5" is not a number, the type of column "b"; "TrimNonNumeric", true drops units>
%! read_bytes ("a,b\nx,$4\ny,$5\n", "VariableTypes", {"b", "number"}, "TreatAsMissing", "$4");
%!error <line 3: "x y" is not a number, the type of column "b"$>
%! read_bytes ("a,b\nx,$4\ny,x y\n", "VariableTypes", {"b", "number"}, "TrimNonNumeric", true, ...
%!             "TreatAsMissing", "$4");
%!error <^nnreg_readtable: .*\.csv: is empty$> read_bytes ("\n\r\n");
%!error <: line 3 has 1 field, line 1 has 2; one begins with #: .*CommentStyle "#" skips it$>
%! read_bytes ("a,b\n1,2\n# note\n3,4\n");
%!error <: line 2 has 2 fields, line 1 has 1; one begins with #> read_bytes ("# note\na;b\n1;2\n");
%!error <: line 3 has 1 field, line 1 has 2$>
%! read_bytes ("a,b\n1,2\n# note\n3,4\n", "CommentStyle", "%");
%!test # what says how a file is written does nothing for a cell
%! for name = {"CommentStyle", "#"; "Delimiter", ";"; "Encoding", "latin1"}.'
%!   # (an error: in Octave 11 lastwarn has warnings that are off, too)
%!   warning ("error", "nnreg:idleOption", "local");
%!   err = [];
%!   try
%!     evalc ("nnreg_readtable ({\"a\", \"b\"; 1, 2; 3, 4}, name{:});");
%!   catch err
%!   end
%!   assert ({err.message, err.identifier}, ...
%!           {["nnreg_readtable: " name{1} " does nothing for a cell"], "nnreg:idleOption"});
%! end
%!error <\.csv: line 3 has 2 fields, line 1 has 3$> read_bytes ("a,b,c\n1,2,3\n1,2\n");
%!error <\.csv: line 2: a field begins with a quote there, and no quote ends it$>
%! read_bytes ("a,b\n1,\"2\n");
%!error <\.csv: line 2: "x" is not a number, the type of column "a"$>
%! read_bytes ("a\nx\n", "VariableTypes", {"a", "number"});
%!error <\.csv: line 3: a gap is not true or false, the type of column "a"$>
%! read_bytes ("a,b\ntrue,1\n,2\n", "VariableTypes", {"a", "logical"});
%!error <VariableTypes: there is no column "agee"; did you mean "age"\?$>
%! read_bytes ("age\n1\n", "VariableTypes", {"agee", "number"});
%!error <VariableNames has 1 name, .*\.csv has 2 columns$>
%! read_bytes ("a,b\n1,2\n", "VariableNames", {"a"});
%!error <\.csv: line 2 is not UTF-8; Encoding names another, such as "windows-1252"$>
%! read_bytes (["a\n", char(228), "\n"], "Encoding", "UTF-8");
%!error <\.csv: Encoding "klingon" does not fit: > read_bytes ("a\n1\n", "Encoding", "klingon");
%!error <the decimal mark is the delimiter too$>
%! read_bytes ("a\n1\n", "Delimiter", ",", "DecimalSeparator", ",");
%!error <line 2 has a zero byte: this is no text$> read_bytes ("a,b\n1,\0\n");
%!error id=nnreg:badFile read_bytes ("a,b\n1\n");
%!error id=nnreg:badFile read_bytes ("a\nx\n", "VariableTypes", {"a", "number"});
%!error <^nnreg_readtable: the cell: line 3: "b" is not a number, the type of column "a"$>
%! nnreg_readtable ({"a"; 1; "b"}, "VariableTypes", {"a", "number"});
