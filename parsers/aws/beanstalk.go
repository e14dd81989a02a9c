package aws

import (
	"strconv"

	"github.com/archlint/archlint/parsers/graph"
)

// Settings are the option settings of a Beanstalk environment: its own, then those of its configuration template.
type Settings struct {
	values map[[2]string]Value[string]
	open   bool
}

// SettingsOf gathers them. What `.ebextensions` or a saved configuration add is out of sight, but comes below the
// environment's own in precedence (Elastic Beanstalk Developer Guide, "Configuration options: precedence").
func SettingsOf(env *graph.Resource) Settings {
	type key struct{ r *graph.Resource }
	return graph.Fact(env.Graph(), key{env}, func() Settings {
		s := Settings{values: map[[2]string]Value[string]{}}
		take := func(l BlockList) {
			s.open = s.open || l.Open
			own := map[[2]string]bool{}
			for _, b := range l.Items {
				namespace, ok1 := field[string](b, "namespace", "Namespace").Get()
				name, ok2 := field[string](b, "name", "OptionName").Get()
				if !ok1 || !ok2 {
					s.open = true
					continue
				}
				k := [2]string{namespace, name}
				if _, higher := s.values[k]; !higher || own[k] {
					s.values[k] = field[string](b, "value", "Value")
					own[k] = true
				}
			}
		}
		take(BeanstalkEnvironment.Settings.Of(env))
		t := BeanstalkEnvironment.Template.Of(env)
		s.open = s.open || t.Open
		for _, l := range t.Items {
			if l.To == nil {
				s.open = true
				continue
			}
			take(BeanstalkTemplate.Settings.Of(l.To))
		}
		return s
	})
}

// Get is one setting; ok is false where it is not written in sight, and may then be anything.
func (s Settings) Get(namespace, name string) (v Value[string], ok bool) {
	v, ok = s.values[[2]string{namespace, name}]
	return v, ok
}

// heeds tells whether the load balancer is of the sort that an option speaks to, classic or not. Classic is the API's
// default.
func (s Settings) heeds(classic bool) graph.Tri {
	kind, ok := s.Get("aws:elasticbeanstalk:environment", "LoadBalancerType")
	switch {
	case ok:
		return kind.Test(func(t string) bool { return (t == "classic") == classic })
	case s.open:
		return graph.Unknown
	}
	return graph.Known(classic)
}

// fleet: load-balanced (the default) with a maximum of two or more (the default is 4).
func (s Settings) fleet() graph.Tri {
	balanced, ok := s.Get("aws:elasticbeanstalk:environment", "EnvironmentType")
	out := graph.Unknown
	switch {
	case ok:
		out = balanced.Test(func(t string) bool { return t != "SingleInstance" })
	case !s.open:
		out = graph.True
	}
	if most, ok := s.Get("aws:autoscaling:asg", "MaxSize"); ok {
		return out.And(most.Test(func(n string) bool {
			i, err := strconv.Atoi(n)
			return err != nil || i >= 2
		}))
	}
	if s.open {
		return out.And(graph.Unknown)
	}
	return out
}
