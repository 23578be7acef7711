"""What people ask for in French, as they type it: hurried, without accents, with mistakes.

Each line: the words; where; other wishes of the address; which specialities would be an answer.
"""

REQUESTS = """
pates fraiches; Nantes; ; fresh-pasta
pâtes fraîches à domicile; Nantes; place=host; fresh-pasta
raviolis; Rezé; ; fresh-pasta
tagliatelle maison; Nantes; ; fresh-pasta
lasagnes livrées; Nantes; ; fresh-pasta
cuisine italienne; Nantes; ; fresh-pasta,family-meals
pizza; Nantes; ; family-meals
pizza au feu de bois samedi soir; Nantes; ; family-meals
pain au levain; Nantes; ; sourdough-bread
apprendre a faire du pain; Vertou; ; sourdough-bread
boulangerie maison; Rennes; ; sourdough-bread
pain livré; Nantes; ; sourdough-bread
levin; Rennes; ; sourdough-bread
mafé; Nantes; ; west-african
mafe vegetarien; Rennes; ; west-african
cuisine africaine; Lille; ; west-african
poulet yassa; Rennes; ; west-african
thieboudienne; Nantes; ; west-african
tiéboudiène; Lille; ; west-african
couscous; Lyon; ; couscous-tajines
couscous pour 12 personnes; Lyon; ; couscous-tajines
tajine; Villeurbanne; ; couscous-tajines
cuisine marocaine; Lyon; ; couscous-tajines
pho; Lyon; ; noodle-soups
soupe de nouilles; Lille; ; noodle-soups
ramen; Lyon; ; noodle-soups
raviolis chinois; Lyon; ; cooking-lessons,fresh-pasta
rouleaux de printemps; Vénissieux; ; noodle-soups,vegan
cuisine indienne; Lyon; ; indian
dosa; Lyon; ; indian
curry; Villeurbanne; ; indian
cours de cuisine; Nantes; ; cooking-lessons
atelier cuisine enfants; Lyon; ; cooking-lessons
cours de patisserie; Lyon; ; cakes-tarts
galettes; Quimper; ; galettes-crepes
crêpes; Quimper; ; galettes-crepes
crepe party; Quimper; ; galettes-crepes
kouign amann; Quimper; ; cakes-tarts,galettes-crepes
kouing aman; Locronan; ; cakes-tarts
far breton; Quimper; ; galettes-crepes,cakes-tarts
gateau anniversaire; Lyon; ; cakes-tarts
gateua d'anniversaire; Lyon; ; cakes-tarts
gâteau de mariage; Lyon; ; cakes-tarts
gauffres; Lille; ; cakes-tarts
kougelhopf; Strasbourg; ; cakes-tarts
tarte flambée; Strasbourg; ; family-meals,cakes-tarts
flammekueche; Obernai; ; family-meals
barbecue; Clisson; ; family-meals
cassoulet; Toulouse; ; family-meals
casoulet livré; Toulouse; ; family-meals
paella; Bordeaux; ; family-meals
paela pour 20; Bordeaux; ; family-meals
tapas; Bordeaux; ; family-meals
boeuf bourguignon; Dijon; ; family-meals
bourgignon; Dijon; ; family-meals
carbonade flamande; Lille; ; family-meals
truffade; Clermont-Ferrand; ; family-meals
soupe au pistou; Marseille; ; vegetarian
poisson; Douarnenez; ; family-meals
poisson coco; Marseille; ; family-meals
bouchon lyonnais; Lyon; ; family-meals
mezze; Strasbourg; ; vegetarian,family-meals
repas vegan; Nantes; ; vegan
plat végétarien livré; Rennes; ; vegetarian,west-african
sans gluten; Nantes; without=gluten; vegan,vegetarian,family-meals,west-african,cakes-tarts
brunch; Bordeaux; ; vegan,cakes-tarts
traiteur pour anniversaire; Nantes; ; family-meals,cakes-tarts,vegetarian
chef à domicile; Lyon; ; family-meals,couscous-tajines,indian
repas de famille; Marseille; ; family-meals
chakchouka; Toulouse; ; vegetarian
yoga; Nantes; ; gentle-yoga
yoga doux; Rezé; ; gentle-yoga
yoga sur chaise; Nantes; ; chair-yoga
yoga senior; Rezé; ; gentle-yoga,chair-yoga
yoga gratuit; Rennes; price=0; gentle-yoga
course a pied; Nantes; ; running
footing; Nantes; ; running
jogging débutant; Rennes; ; running
preparer un 10 km; Roubaix; ; running
courrir; Saint-Herblain; ; running
natation; Marseille; ; swimming
apprendre à nager adulte; Quimper; ; swimming,water-confidence
peur de l'eau; Fouesnant; ; water-confidence,swimming
aquaphobie; Marseille; ; water-confidence,swimming
marche nordique; Toulouse; ; nordic-walking
rando; Clermont-Ferrand; ; hiking
randonée montagne; Strasbourg; ; hiking
musculation a domicile; Lyon; ; strength-at-home
renforcement musculaire; Lille; ; strength-at-home
coach sportif; Toulouse; ; strength-at-home,getting-started,nordic-walking
gym douce seniors; Quimper; ; seated-exercise,chair-yoga
mal de dos; Nantes; ; stretching
étirements; Bordeaux; ; stretching
reprise du sport apres bebe; Nantes; ; strength-at-home,getting-started
gestion du stress; Lyon; ; breathing,gentle-yoga
tailler mes pommiers; Die; ; fruit-trees
jardinier; Lyon; ; vegetable-patch,compost
potager débutant; Lyon; ; vegetable-patch
composte; Lyon; ; compost
balcon fleuri; Rennes; ; balconies
arroser mes plantes pendant les vacances; Rennes; ; balconies,sowing
"""
