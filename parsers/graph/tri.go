package graph

// Tri is the answer to a question about a configuration that may not say everything: False, Unknown or True.
// The zero value is Unknown, so that a forgotten case can never become a finding.
//
// The connectives are those of Kleene's strong three-valued logic: they decide where the known operands suffice and
// answer Unknown otherwise.
type Tri uint8

// The three answers.
const (
	Unknown Tri = iota
	False
	True
)

// Known is the Tri of a plain bool.
func Known(b bool) Tri {
	if b {
		return True
	}
	return False
}

// Not turns True and False into each other and leaves Unknown.
func (t Tri) Not() Tri {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return Unknown
}

// And is False if any operand is, else Unknown if any operand is, else True.
func (t Tri) And(others ...Tri) Tri { return All(t, All(others...)) }

// Or is True if any operand is, else Unknown if any operand is, else False.
func (t Tri) Or(others ...Tri) Tri { return Any(t, Any(others...)) }

// All is the conjunction of its operands; of none it is True.
func All(ts ...Tri) Tri {
	out := True
	for _, t := range ts {
		switch t {
		case False:
			return False
		case Unknown:
			out = Unknown
		}
	}
	return out
}

// Any is the disjunction of its operands; of none it is False.
func Any(ts ...Tri) Tri {
	out := False
	for _, t := range ts {
		switch t {
		case True:
			return True
		case Unknown:
			out = Unknown
		}
	}
	return out
}

// String is "true", "false" or "unknown".
func (t Tri) String() string {
	switch t {
	case True:
		return "true"
	case False:
		return "false"
	}
	return "unknown"
}
