package aws

import (
	"strconv"

	"github.com/zclconf/go-cty/cty"

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
			s.open = s.open || l.Unlisted
			own := map[[2]string]Block{}
			for _, b := range l.Items {
				k, ok := optionOf(b)
				if !ok {
					s.open = true
					continue
				}
				if _, higher := s.values[k]; !higher || own[k].Place.Resource != nil {
					s.values[k] = field[string](b, "value", "Value")
					own[k] = b
				}
			}
			for _, b := range l.Possible {
				k, ok := optionOf(b)
				if !ok {
					s.open = true
					continue
				}
				sure := own[k]
				if _, higher := s.values[k]; !higher || sure.Place.Resource != nil && sure.order < b.order {
					b.value = cty.ObjectVal(map[string]cty.Value{"value": cty.DynamicVal})
					s.values[k] = field[string](b, "value", "Value")
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

// optionOf names the option that a setting is of; ok is false where that is not known.
func optionOf(setting Block) (k [2]string, ok bool) {
	namespace, ok1 := field[string](setting, "namespace", "Namespace").Get()
	name, ok2 := field[string](setting, "name", "OptionName").Get()
	return [2]string{namespace, name}, ok1 && ok2
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
