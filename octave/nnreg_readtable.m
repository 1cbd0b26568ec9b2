## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{T} =} nnreg_readtable (@var{file})
## @deftypefnx {} {@var{T} =} nnreg_readtable (@var{c})
## @deftypefnx {} {@var{T} =} nnreg_readtable (@dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {[@var{T}, @var{about}] =} nnreg_readtable (@dots{})
## @deftypefnx {} {} nnreg_readtable (@dots{})
## Read a table from a text file (CSV), each column as numbers, logicals or texts.
##
## @example
## @group
## C = @{"zip", "rent"; "00501", "1,5"; "02139", "NA"@};
## nnreg_readtable (C)
## T = nnreg_readtable (C);
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{file}
## The name of a file with a row of the table in each line, plain or packed with gzip; @code{~} is
## the home folder.
## @item @var{c}
## A cell with names in the first row, as @code{csv2cell} of the package io returns.  Its texts are
## read by the same rules.
## @end table
##
## @strong{Options: the format}
##
## @table @asis
## @item @qcode{"Delimiter"}
## A character, or "comma", "semi", "tab", "bar" or "space", which is any number of blanks.
## @item @qcode{"DecimalSeparator"}
## "." or ",".
## @item @qcode{"ThousandsSeparator"}
## ",", ".", "'", " " or "_" between groups of three digits [none].  Commas may be those of India,
## too: 12,34,567.
## @item @qcode{"TrimNonNumeric"}
## Whether columns whose values are numbers with one unit (12%, $5, 7 kg) become numbers, without
## it: 12% is 12, and so are losses as books have them: ($5) and 5- are -5 [false, with a warning].
## @item @qcode{"NumHeaderLines"}
## Lines to skip above the table [0].
## @item @qcode{"CommentStyle"}
## A character, such as "#": lines that begin with it are skipped [none].
## @item @qcode{"Encoding"}
## "UTF-8", "ISO-8859-1", "windows-1252", or any other that Octave knows ["auto"].
## @end table
##
## @strong{Options: columns}
##
## @table @asis
## @item @qcode{"ReadVariableNames"}
## Whether the first row has names: true, false or ["auto"].
## @item @qcode{"VariableNames"}
## A cell with a name for each column, in place of those in the file.
## @item @qcode{"VariableTypes"}
## The type of single columns, by their names: @code{@{"zip", "text", "age", "number"@}} or a
## struct.  Types are "number", "logical" (then also t, f, yes, no, y, n, 1 and 0) and "text".
## @end table
##
## @strong{Options: gaps}
##
## @table @asis
## @item @qcode{"TreatAsMissing"}
## A text, or a cell of texts, that are gaps too, such as "-999".
## @item @qcode{"DefaultMissing"}
## false if of the words below none is a gap: NA is Namibia [true].
## @end table
##
## @strong{Output}
##
## @table @asis
## @item @var{T}
## A struct with a field for each column, in the order of the file.  Each field is N-by-1:
## @itemize
## @item @code{double}, if all values are numbers, each the nearest double.  Gaps are NaN.  So is a
## column of gaps alone.
## @item @code{logical}, if all values are true or false, in any case, and there is no gap.
## @item a cell of strings in UTF-8 otherwise.  Gaps are @code{''}.
## @end itemize
## Dates are texts.  So are columns with integers that begin with a needless 0 (@code{00501}), or
## that no double holds (@code{9007199254740993}): these are names, not numbers.
## @item @var{about}
## A struct that says what the table was taken for: File, Delimiter, DecimalSeparator,
## ThousandsSeparator, ReadVariableNames, Encoding, NumRows, and Columns, a struct array with the
## Name, the Title in the file, the Type ("number", "logical" or "text"), the number of Gaps and a
## Note of each column.
## @end table
##
## Without an output argument this is printed, and nothing is returned: the table would fill the
## screen.
##
## @strong{What is found out}
##
## @table @asis
## @item The separator
## Comma, semicolon, tab or @code{|}: what divides the first 200 rows alike.  If none does, blanks
## that divide rows alike, if behind the first field all are numbers or the quotes need it.
## @item The decimal mark
## A comma if that makes more columns numbers, and commas do not separate.
## @item The names
## The first row has them if it has no numbers, or a text above numbers, or texts and years in even
## steps (country, 2001, 2002).  Names become valid identifiers as by MATLAB's
## @code{makeValidName} ("House price" is @code{HousePrice}), and differ (@code{a}, @code{a_1}).
## Without names the fields are @code{Var1}, @code{Var2} @dots{}
## @item Names of rows
## If the first row has a name fewer than all others have fields, as R's @code{write.table} writes,
## the first column has the names of the rows: texts, in the field @code{RowNames}.  If all rows end
## with a separator, the last column is the one without a name.
## @item Gaps
## Empty fields and, in quotes or not, @code{NA}, @code{N/A}, @code{n/a}, @code{NaN}, @code{nan},
## @code{NULL}, @code{null}, @code{\N}, @code{?}, @code{<NA>}, @code{#N/A}, @code{#NA}, and the
## errors of spreadsheets, such as @code{#DIV/0!}.  Among numbers also @code{-}, @code{--},
## @code{.}, @code{None} and @code{none}, which stay in a column of texts.
## @item The encoding
## UTF-8, with or without a mark (BOM), or UTF-16 with one.  A file that is not UTF-8 is read as
## ISO-8859-1, or as windows-1252 if it has letters of that.
## @end table
##
## A field in double quotes may have separators, line breaks, and quotes, which are doubled.  Blanks
## around a field do not count, empty lines are skipped.  In a table of one column an empty line
## between two rows is a gap.  Lines may end with LF, CR LF or CR.  A file without a row below its
## names gives columns of 0 rows.
##
## Errors have the identifier @code{nnreg:badFile} and name the line: a row with more or fewer
## fields than the first, a quote that does not end, a value that does not fit the type that you
## asked for.  So does a file without any row.  The warning @code{nnreg:table} tells of what may be
## meant otherwise: a column that is text for a few of its values or for a unit, marks that may
## stand between thousands, two columns of one name.
##
## @strong{A file}
##
## @example
## @group
## file = [tempname() ".csv"];
## fid = fopen (file, "w");
## fputs (fid, "zip;rent;plan\n00501;1,5;basic\n02139;NA;\"a; b\"\n");
## fclose (fid);
## T = nnreg_readtable (file);
## delete (file);
## printf ("%s %4.1f %s\n", [T.zip, num2cell(T.rent), T.plan].'@{:@});
##      @print{} 00501  1.5 basic
##      @print{} 02139  NaN a; b
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_readidx}
## @end deftypefn

function [T, about] = nnreg_readtable (file, varargin)
  try
    if (nargin < 1)
      print_usage ();
    elseif (! (iscell (file) || (ischar (file) && isrow (file))))
      error ('nnreg:badArgument', 'FILE must be a row of characters or a cell, got %s', ...
             nnr.words.show_value (file));
    end
    [table, description] = nnr.data.read_table (file, nnr.data.table_options (varargin));
    if (nargout > 0)
      [T, about] = deal (table, description);
    else                        # prints: T, the first output, would fill the screen
      nnr.data.print_table (description);
    end
  catch err
    nnr.words.raise ('nnreg_readtable', err);
  end
end

%!demo
%! ## A table with semicolons, decimal commas and gaps.
%! file = [tempname() ".csv"];
%! fid = fopen (file, "w");
%! fputs (fid, ["zip;Rent in euro;plan\n00501;1,5;basic\n", ...
%!              "02139;NA;\"plus; family\"\n10115;12,25;basic\n"]);
%! fclose (fid);
%! T = nnreg_readtable (file);
%! delete (file);
%! printf ("%s %.2f %s\n", [T.zip, num2cell(T.RentInEuro), T.plan].'{:});

%!error <nnreg_readtable: .*nowhere/none.csv: cannot be opened: No such file>
%! nnreg_readtable ("nowhere/none.csv")
%!error <nnreg_readtable: .*: is a folder, not a file> nnreg_readtable (tempdir ())
%!error <^nnreg_readtable: FILE must be a row of characters or a cell, got 5$> nnreg_readtable (5)
%!error <^nnreg_readtable: unknown option "Delimeter"; did you mean "Delimiter"\?$>
%! nnreg_readtable ({"a"; 1}, "Delimeter", ";")
%!error id=nnreg:badFile nnreg_readtable ("nowhere/none.csv")
%!error id=nnreg:badArgument nnreg_readtable ({})
%!error <Invalid call> nnreg_readtable ()
