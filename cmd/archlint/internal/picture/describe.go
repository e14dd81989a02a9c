package picture

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// describe says on each box how large it is, and adds the standbys that AWS keeps.
func (s *gathering) describe() {
	first := map[*Box]*graph.Resource{}
	for _, r := range s.g.Resources() {
		if b := s.of[r]; b != nil && first[b] == nil {
			first[b] = r
		}
	}
	for _, b := range append([]*Box(nil), s.scene.Boxes...) {
		r := first[b]
		if r == nil || r.Mode == graph.Module {
			continue
		}
		var parts []string
		for _, p := range []string{s.amount(b, r), s.note(b, r)} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		if p := s.places[b]; p != nil && p.public == graph.False && p.private == graph.False {
			parts = append(parts, "mixed subnets")
		}
		b.Detail = strings.Join(parts, " · ")
		if b.Foreign {
			b.Detail = strings.TrimSuffix("managed elsewhere · "+b.Detail, " · ")
		}
		s.settle(b, r)
	}
}

// amount is how many there are of what the box shows, and of which size: "2–6 × t3.micro".
func (s *gathering) amount(b *Box, r *graph.Resource) string {
	size := aws.SizeOf(r)
	number := ""
	switch least, most, fleet := aws.Bounds(r); {
	case fleet:
		number = bounds(least, most)
		unit := "instance"
		if aws.ECSService.Includes(r) == graph.True {
			unit = "task"
		}
		if size == "" {
			if number != "1" {
				unit += "s"
			}
			return number + " " + unit
		}
	case r.Many():
		number = "number not known"
	case len(b.Members) > 1 && b.Part != aws.NamePart:
		b.count = len(b.Members)
		b.Words = counted(b.count, b.Words)
	}
	switch {
	case number == "":
		return size
	case size == "":
		return number
	}
	return number + " × " + size
}

// bounds writes the least and the greatest of a number.
func bounds(least, most aws.Value[int]) string {
	number := func(v aws.Value[int]) string {
		if n, ok := v.Get(); ok {
			return fmt.Sprint(n)
		}
		return "?"
	}
	low, high := number(least), number(most)
	if low == high {
		return low
	}
	return low + "–" + high
}

// note is what else people write on the box.
func (s *gathering) note(b *Box, r *graph.Resource) string {
	switch {
	case aws.LoadBalancer.Includes(r) == graph.True, aws.ClassicLoadBalancer.Includes(r) == graph.True:
		switch aws.FacesInternet(r) {
		case graph.True:
			return "internet-facing"
		case graph.False:
			return "internal"
		}
	case aws.Database.Includes(r) == graph.True:
		if aws.Replica(r) == graph.True {
			return "read replica"
		}
		switch aws.Database.MultiAZ.Of(r).Is(true) {
		case graph.True:
			return "Multi-AZ"
		case graph.Unknown:
			return "Multi-AZ not known"
		}
	case aws.DatabaseCluster.Includes(r) == graph.True:
		_, all := aws.ReplicaSet(r)
		members := 0
		size := ""
		for _, m := range all {
			members++
			size = aws.SizeOf(m)
			if m.Many() {
				return "instances: number not known"
			}
		}
		switch {
		case members == 0:
			return ""
		case members == 1:
			return strings.TrimSuffix("1 instance × "+size, " × ")
		}
		return strings.TrimSuffix(fmt.Sprintf("1 writer, %s × %s", counted(members-1, "reader"), size), " × ")
	case aws.ReplicationGroup.Includes(r) == graph.True:
		if n, ok := aws.ReplicationGroup.Nodes.Of(r).Get(); ok && n > 0 {
			text := counted(n, "node")
			if aws.ReplicationGroup.MultiAZ.Of(r).Is(true) == graph.True {
				text += ", Multi-AZ"
			}
			return text
		}
	case aws.CacheCluster.Includes(r) == graph.True:
		if n, ok := aws.CacheCluster.Nodes.Of(r).Get(); ok {
			return counted(n, "node")
		}
	case aws.BeanstalkEnvironment.Includes(r) == graph.True:
		if aws.SettingsOf(r).Is(aws.EnvironmentType, "SingleInstance") == graph.True {
			return "single instance"
		}
	}
	return ""
}

// counted is a number with a noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %s", n, plural(noun))
}

// plural is the plural of a noun.
func plural(noun string) string {
	switch {
	case noun == "" || strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return noun
	case strings.HasPrefix(noun, "module that "):
		return "modules that were not read"
	case strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ss"):
		return noun + "es"
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ay") && !strings.HasSuffix(noun, "ey"):
		return strings.TrimSuffix(noun, "y") + "ies"
	}
	return noun + "s"
}

// settle puts what runs in one of several zones into one of them, and a standby that AWS keeps into another.
func (s *gathering) settle(b *Box, r *graph.Resource) {
	single := false
	if aws.BeanstalkEnvironment.Includes(r) == graph.True {
		s.made(b, r)
		return
	}
	switch {
	case len(b.Zones) < 2 || len(b.Members) > 1:
		return
	case aws.Database.Includes(r) == graph.True:
		single = true
		if aws.Replica(r) == graph.True {
			b.Zones = b.Zones[len(b.Zones)-1:]
			return
		}
		if aws.Database.MultiAZ.Of(r).Is(true) == graph.True {
			ghost := &Box{Key: b.Key + " standby", Members: b.Members, Name: b.Name, Words: "standby", Detail: "kept in step by AWS", Group: b.Group, Work: b.Work, Part: b.Part, Network: b.Network, Sort: b.Sort,
				Zones: b.Zones[1:2], Ghost: true, Unsure: b.Unsure, File: b.File, Line: b.Line, EndLine: b.EndLine}
			s.add(ghost)
			s.scene.Lines = append(s.scene.Lines, &Line{From: b, To: ghost})
		}
	case aws.DatabaseCluster.Includes(r) == graph.True:
		_, all := aws.ReplicaSet(r)
		single = len(all) == 1 && !all[0].Many()
	case aws.CacheCluster.Includes(r) == graph.True:
		n, ok := aws.CacheCluster.Nodes.Of(r).Get()
		single = ok && n == 1
	case aws.ReplicationGroup.Includes(r) == graph.True:
		n, ok := aws.ReplicationGroup.Nodes.Of(r).Get()
		single = ok && n == 1
	}
	if single {
		b.Zones = b.Zones[:1]
	}
}

// made adds what Beanstalk makes for an environment: its load balancer, and a database of its own.
func (s *gathering) made(b *Box, env *graph.Resource) {
	made := func(name, words string, part aws.Part) *Box {
		out := &Box{Key: b.Key + " " + name, Members: b.Members, Name: b.Name, Words: words, Detail: "made by Elastic Beanstalk", Group: b.Group, Work: b.Work, Part: part, Network: b.Network, Sort: b.Sort,
			Zones: b.Zones, Unsure: b.Unsure, File: b.File, Line: b.Line, EndLine: b.EndLine}
		s.add(out)
		return out
	}
	if words, ok := aws.BeanstalkBalancer(env); ok {
		s.before[b] = made("balancer", words, aws.BalancerPart)
		s.scene.Lines = append(s.scene.Lines, &Line{From: s.before[b], To: b})
	}
	if has, _ := aws.SettingsOf(env).HasDatabase(); has == graph.True {
		db := made("database", "RDS", aws.DatabasePart)
		db.Zones = db.Zones[:min(1, len(db.Zones))]
		s.scene.Lines = append(s.scene.Lines, &Line{From: b, To: db})
	}
}

// sortWords is what people call the sort of a resource that is not shown by itself: "security group".
func sortWords(r *graph.Resource) string {
	name := aws.KindName(r)
	if name == "" {
		name = r.Type
	}
	name = strings.TrimPrefix(name, "aws_")
	if i := strings.LastIndex(name, "::"); i >= 0 {
		name = name[i+2:]
	}
	if i := strings.IndexByte(name, '.'); i >= 0 {
		name = name[:i]
	}
	var out strings.Builder
	runes := []rune(name)
	for i, c := range runes {
		if c == '_' {
			out.WriteByte(' ')
			continue
		}
		acronym := i+1 < len(runes) && unicode.IsUpper(c) && unicode.IsUpper(runes[i+1]) || i > 0 && unicode.IsUpper(c) && unicode.IsUpper(runes[i-1]) && (i+1 == len(runes) || unicode.IsUpper(runes[i+1]))
		if unicode.IsUpper(c) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			out.WriteByte(' ')
		}
		if !acronym || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			c = unicode.ToLower(c)
		}
		out.WriteRune(c)
	}
	return strings.TrimSpace(out.String())
}
