# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/rooms.py must find each kind of fault in the structure of the m-files.

# shellcheck disable=SC2016 # backquotes of Markdown

load common

# A small package with two rooms, top above base.
setup() {
  cd "$BATS_TEST_TMPDIR" || return 1
  mkdir -p octave/+nnr/+top octave/+nnr/+base
  printf '%s\n' '## The rooms' '' '| `top` | a |' '| `base` | b |' '' '## Next' >CONTRIBUTING.md
  # A public function that calls a room, comments, transposes, texts and tests that are no faults.
  cat >octave/nnreg_f.m <<'END'
## See nnr.ROOM.f and nnr.top.NAME.
function y = nnreg_f (x)
  y = nnr.top.start (x).';      # nnr.top.start (x){1}
  y = [y', nnr.top.start(x)'];
end
%!assert (nnreg_f (1), nnr.base.add (1, 'nnreg_f'))
END
  put top start "function y = start (x)
  y = nnr.base.add (x', 'nnreg_f: nnr.base.add (x)(1)');
end
%! x = nnreg_f (1);"
  put base add 'function y = add (varargin)
  y = local (varargin{:});
end
function y = local (a, b, c, d, e, f = "x, y", g)
  y = a;
end'
}

# put ROOM NAME TEXT: a file of a room.
put() { printf '%s\n' "$3" >"octave/+nnr/+$1/$2.m"; }

# used ROOM NAME: something calls this function.
used() { printf 'function z_%s ()\n  nnr.%s.%s ();\nend\n' "$2" "$1" "$2" >"octave/nnreg_z_$2.m"; }

rooms() { python3 "$root/tests/rooms.py" "$BATS_TEST_TMPDIR"; }

# fault LINE: the only fault is this.
fault() {
  run -1 rooms
  [ "$output" = "$1" ] || { echo "got $output"; return 1; }
}

@test "a package without faults passes" {
  run -0 rooms
  [ -z "$output" ]
}

@test "a call of a room above" {
  used base up
  put base up $'function y = up ()\n  # why\n  y = nnr.top.start (1);\nend'
  fault "octave/+nnr/+base/up.m:3: nnr.top.start is called from below: top is above base"
  # a handle is a call too
  put base up $'function y = up ()\n  y = @nnr.top.start;\nend'
  fault "octave/+nnr/+base/up.m:2: nnr.top.start is called from below: top is above base"
}

@test "a call of a public function from a room" {
  used base public
  put base public $'function y = public ()\n  y = nnreg_f (1);\nend'
  fault "octave/+nnr/+base/public.m:2: a room calls the public nnreg_f"
}

@test "a private folder" {
  mkdir octave/private
  fault "octave/private:1: a private folder is never seen from a room"
}

@test "a subfunction that hides a function of a room" {
  used base own
  put base own $'function y = own ()\n  y = nnr.base.add (1);\nend\n\nfunction y = add (x)\n  y = x;\nend'
  fault "octave/+nnr/+base/own.m:5: the subfunction add hides the function of this name in a room"
}

@test "a name of a built-in function" {
  used base load
  put base load $'function load ()\nend'
  fault "octave/+nnr/+base/load.m:1: load is the name of a built-in function"
}

@test "an indexed call" {
  used base chain
  for use in 'add (f (1), "a)"){1}' 'add (1)(1)' 'add (1).Field' 'add (1).(name)' 'add.Field'; do
    put base chain "function y = chain ()
  y = nnr.base.$use;
end"
    fault "octave/+nnr/+base/chain.m:2: the value of nnr.base.add is indexed: assign it to a variable first"
  done
}

@test "a name that does not exist, in code, a comment or a test" {
  for line in '  nnr.base.none ();' '## See nnr.base.none.' '%! nnr.base.none ();'; do
    used base wrong
    put base wrong "function wrong ()
$line
end"
    fault "octave/+nnr/+base/wrong.m:2: nnr.base.none does not exist"
  done
}

@test "a function that nobody calls" {
  put base dead $'function dead ()\n  nnr.base.dead ();\nend\n%!test nnr.base.dead ();'
  fault "octave/+nnr/+base/dead.m:1: nobody calls nnr.base.dead"
}

@test "a function of more than 60 lines or 7 parameters, in tests and examples too" {
  mkdir -p tests/octave examples
  {
    echo 'function y = long (a, b)'
    for _ in $(seq 58); do echo '  y = 1;'; done
    echo end
  } >tests/octave/long.m
  run -0 rooms
  sed -i '2i \  y = 2;' tests/octave/long.m
  fault "tests/octave/long.m:1: long has 61 lines, at most 60 are allowed"
  rm tests/octave/long.m
  printf '%s\n' 'function [x, y] = many (a, b, c, d = [1, 2], ~, f, ...' '                               varargin, h)' end >examples/many.m
  fault "examples/many.m:1: many has 8 parameters, at most 7 are allowed"
}

@test "the map has all rooms and no others" {
  mkdir octave/+nnr/+new
  used new f
  put new f $'function f ()\nend'
  fault "CONTRIBUTING.md:1: the room new is missing in the map"
  rm -r octave/+nnr/+new octave/nnreg_z_f.m
  sed -i 's/^| `base.*/&\n| `old` | c |/' CONTRIBUTING.md
  fault "CONTRIBUTING.md:1: the room old of the map does not exist"
}
