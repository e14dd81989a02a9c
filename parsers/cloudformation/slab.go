package cloudformation

// A slab is memory that values and small slices are cut off, many from one piece. The pieces grow as more is asked for, so
// that a small template takes little. The zero value is empty.
type slab[T any] struct {
	free []T
	size int // of the last piece
}

// one gives room for one value.
func (s *slab[T]) one() *T { return &s.some(1)[0] }

// some gives room for n values.
func (s *slab[T]) some(n int) []T {
	const least, most = 16, 256
	if n > most/4 {
		return make([]T, n)
	}
	if len(s.free) < n {
		s.size = min(max(2*s.size, least, n), most)
		s.free = make([]T, s.size)
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}
