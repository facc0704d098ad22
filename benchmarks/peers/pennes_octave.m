% Gaussian decay: explicit steps on whole arrays.
here = fileparts(mfilename('fullpath'));
p = jsondecode(fileread(fullfile(here, 'problem.json')));
out = argv(){1};
n = p.pennes.cells; h = p.pennes.spacing;
c = p.density * p.specific_heat; w = p.perfusion * p.blood_heat_capacity;
x = ((0:n-1) - 0.5 * (n - 1)) * h;
[a, b, d] = ndgrid(x, x, x);
u = p.pennes.rise * exp(-(a.^2 + b.^2 + d.^2) / (2 * p.pennes.width^2));
clear a b d
tic;
steps = ceil(p.pennes.duration / (0.9 / (6 * p.conductivity / (c * h^2) + 0.5 * w / c)));
dt = p.pennes.duration / steps;
f = p.conductivity * dt / (c * h^2);
m = 2:n-1;
for s = 1:steps
  u(m,m,m) = (1 - 6*f - dt*w/c) * u(m,m,m) + f * (u(m-1,m,m) + u(m+1,m,m) ...
      + u(m,m-1,m) + u(m,m+1,m) + u(m,m,m-1) + u(m,m,m+1));
end
printf('loop %.4f\n', toc);
j = floor(n / 2) + 1;
r = sign(x) .* sqrt(x.^2 + 2 * x(j)^2);
t = p.body + squeeze(u(:,j,j));
id = fopen(out, 'w');
fprintf(id, '%.9g %.9g\n', [r(:)'; t(:)']);
fclose(id);
