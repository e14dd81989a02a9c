package boot

import (
	"strings"
)

// mount reads `mount [-t type] [-o options] source path`.
func (r *reader) mount(name string, args []string) {
	s := Step{Verb: MountOn}
	if name == "s3fs" {
		s.Type = "s3fs"
	}
	var rest []string
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "-t" && i+1 < len(args):
			i++
			s.Type = args[i]
		case (a == "-o" || a == "-O") && i+1 < len(args):
			i++
		case strings.HasPrefix(a, "-"):
		default:
			rest = append(rest, a)
		}
	}
	if len(rest) != 2 || r.fstab[rest[1]] { // else it mounts what fstab says
		return
	}
	s.Source, s.Name = rest[0], rest[1]
	r.add(s)
}

// link adds a name for what lies on something that was mounted.
func (r *reader) link(args []string) {
	symbolic := false
	for _, a := range args {
		symbolic = symbolic || strings.HasPrefix(a, "-") && strings.Contains(a, "s")
	}
	rest := operands(args, nil)
	if !symbolic || len(rest) != 2 {
		return
	}
	target, name := strings.TrimSuffix(rest[0], "/"), strings.TrimSuffix(rest[1], "/")
	for _, m := range r.out.Steps {
		if m.Verb == MountOn && m.Name != "/" && (target == m.Name || strings.HasPrefix(target, m.Name+"/")) {
			m.Name = name
			r.add(m)
			return
		}
	}
}

// fstabLines reads the lines of a file system table.
func (r *reader) fstabLines(text string) {
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) < 3 || !strings.HasPrefix(fields[1], "/") || strings.HasPrefix(fields[0], "#") || strings.HasPrefix(fields[1], "/dev/") {
			continue
		}
		r.fstab[fields[1]] = true
		r.add(Step{Verb: MountOn, Source: fields[0], Name: fields[1], Type: fields[2]})
	}
}
